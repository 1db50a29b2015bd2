package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

/** Stripe answers, and says no. */
@CheckoutTest
class RefusedPaymentTest {

    static final String ENDED = """
            SELECT s.state || ' ' || p.state || ' ' || (s.next_step_at IS NULL) FROM checkout_session s
              JOIN payment p ON p.session_id = s.id WHERE s.room_id = $1""";

    static final String WAITS = "SELECT (next_step_at > now() + interval '4 min')::text FROM checkout_session WHERE id = $1";

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    /** Amounts of a currency whose limits only Stripe knows. */
    @ParameterizedTest
    @CsvSource({ "0.10, amount_too_small", "1000000.00, amount_too_large" })
    void endsACheckoutThatCannotBePaid(String deposit, String why) {
        var room = TestRoom.create("za", "ZAR", deposit, 1);

        isRefused(partner.start(room), why);

        assertThat(Database.text(ENDED, room.id())).isEqualTo("CANCELLED FAILED true");
    }

    @Test
    void chargesNothingInACurrencyThatStripeCountsOtherwise() {
        var room = TestRoom.withUnits(1);
        Database.run("UPDATE room SET currency = 'ISK' WHERE id = $1", room.id());

        isRefused(partner.start(room), "currency_not_supported");

        assertThat(Database.text(ENDED, room.id())).isEqualTo("CANCELLED FAILED true");
    }

    @Test
    void listsAPaymentThatStripeDoesNotTellOfAndLeavesItAloneForAWhile() {
        var started = partner.started(TestRoom.withUnits(1));
        nameIntent("pi_nobodys", started.sessionId());
        partner.saveDetails(started).then().statusCode(200);

        String item = "data.items.find { it.session_id == '" + started.sessionId() + "' }.last_error";
        await().untilAsserted(() -> Admin.request().get("/admin/attention").then().body(item,
                equalTo("Stripe refused code=resource_missing status=404")));
        assertThat(Database.text(WAITS, started.sessionId())).isEqualTo("true");

        Student.pays(started);
        nameIntent(started.intentId(), started.sessionId());
        Admin.request().post("/admin/attention/" + started.sessionId() + "/retry").then().statusCode(200);
        await().until(() -> partner.stateOf(started), equalTo("completed"));
        Admin.request().get("/admin/attention").then().body("data.items.session_id", not(hasItem(started.sessionId())));
    }

    @Test
    void booksWhatStripeDidNotKnowOnceItDoes() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        nameIntent("pi_nobodys", started.sessionId());
        isRefused(partner.complete(started), "resource_missing");

        nameIntent(started.intentId(), started.sessionId());
        partner.complete(started).then().statusCode(201);
    }

    private static void nameIntent(String intentId, String sessionId) {
        Database.run("UPDATE payment SET intent_id = $1 WHERE session_id = $2", intentId, sessionId);
    }

    private static void isRefused(Response answer, String why) {
        answer.then().statusCode(502).body("message", equalTo("api.payment_provider_refused")).body("data", equalTo(why));
    }
}
