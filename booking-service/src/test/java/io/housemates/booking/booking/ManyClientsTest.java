package io.housemates.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.Crowd;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;

/** More clients at the same moment than there are connections to the database. */
@QuarkusTest
class ManyClientsTest {

    static final int CLIENTS = 40;
    /** All connections but the few that do other work. */
    static final int HELD = 17;

    @Inject
    DataSource database;

    TestPartner partner;
    String booking;

    @BeforeEach
    void completeACheckout() {
        partner = TestPartner.introduced();
        booking = Checkout.of(partner).complete().bookingId();
        partner.request().get("/api/bookings/" + booking).then().statusCode(200);
    }

    @Test
    void answersAllWhoListAtOnce() throws Exception {
        assertAllRead(List.of("", "?filter[search]=zoe@example.com", "?sort[arrival]=asc"));
    }

    @Test
    void answersAllWhoReadAtOnce() throws Exception {
        assertAllRead(List.of("/" + booking, "/export", "/" + booking + "/history"));
    }

    @Test
    void letsOneWinOfThoseWhoCancelAtOnce() throws Exception {
        var reasons = CancellationReason.textsFor(Actor.PARTNER);

        var answers = new Crowd(database, CLIENTS).all("SELECT id FROM booking WHERE id = '" + booking + "' FOR UPDATE", HELD,
                client -> partner.request().contentType("application/json")
                        .body(Map.of("reason", reasons.get(client % reasons.size())))
                        .post("/api/bookings/" + booking + "/cancel").statusCode());

        assertThat(answers).containsOnly(200, 409).filteredOn(status -> status == 200).hasSize(CLIENTS / reasons.size());
        partner.request().get("/api/bookings/" + booking + "/history").then().body("data.items", hasSize(2));
        assertThat(await().until(() -> Kafka.recordsOf("bookings", booking), found -> found.size() >= 2)).hasSize(2);
    }

    private void assertAllRead(List<String> paths) throws Exception {
        var answers = new Crowd(database, CLIENTS).all("LOCK TABLE booking IN ACCESS EXCLUSIVE MODE", HELD,
                client -> partner.request().get("/api/bookings" + paths.get(client % paths.size())).statusCode());

        assertThat(answers).hasSize(CLIENTS).containsOnly(200);
    }
}
