package io.housemates.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.booking.support.Admin;
import io.housemates.booking.support.TestPartner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What is wrong in a query is told, all of it at once, and never passed over. */
@QuarkusTest
class ListParametersTest {

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void namesAWrongPageBesideWhatElseIsWrong() {
        assertThat(refused(partner.request(), "/api/bookings?page=0&per_page=101&filter[status]=lost&cursor=x"))
                .containsExactlyInAnyOrder("page", "per_page", "filter[status]", "cursor");
    }

    @Test
    void refusesFiltersAndOrdersThatThereAreNoneOf() {
        assertThat(refused(partner.request(), "/api/bookings?filter[state]=cancelled&sort[status]=asc&filter[status]=lost"))
                .containsExactlyInAnyOrder("filter[state]", "sort[status]", "filter[status]");
        assertThat(refused(Admin.request(), "/admin/bookings/export?filter[arrival_form]=01-09-2026"))
                .containsExactly("filter[arrival_form]");
        partner.request().get("/api/bookings?utm_source=mail").then().statusCode(200);
    }

    private static Set<String> refused(RequestSpecification request, String path) {
        return request.get(path).then().statusCode(422).extract().<Map<String, Object>> path("data.messages").keySet();
    }
}
