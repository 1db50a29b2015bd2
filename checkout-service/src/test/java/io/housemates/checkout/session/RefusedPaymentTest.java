package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Stripe answers, and says no. */
@CheckoutTest
class RefusedPaymentTest {

    static final String ENDED = """
            SELECT s.state || ' ' || p.state || ' ' || (s.next_step_at IS NULL) FROM checkout_session s
              JOIN payment p ON p.session_id = s.id WHERE s.room_id = $1""";

    static final String WAITS = "SELECT (next_step_at > now() + interval '4 min')::text FROM checkout_session WHERE id = $1";

    @Inject
    Pool pool;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @AfterEach
    void everythingAddsUp() {
        Admin.assertNothingViolated();
    }

    /** Amounts of a currency whose limits only Stripe knows. */
    @ParameterizedTest
    @CsvSource({ "0.10, amount_too_small", "1000000.00, amount_too_large" })
    void endsACheckoutThatCannotBePaid(String deposit, String why) {
        var room = TestRoom.create("za", "ZAR", deposit, 1);

        isRefused(partner.start(room), why);

        assertThat(text(ENDED, room.id())).isEqualTo("CANCELLED FAILED true");
    }

    @Test
    void chargesNothingInACurrencyThatStripeCountsOtherwise() {
        var room = TestRoom.withUnits(1);
        pool.preparedQuery("UPDATE room SET currency = 'ISK' WHERE id = $1").execute(Tuple.of(room.id())).await()
                .indefinitely();

        isRefused(partner.start(room), "currency_not_supported");

        assertThat(text(ENDED, room.id())).isEqualTo("CANCELLED FAILED true");
    }

    @Test
    void listsAPaymentThatStripeDoesNotTellOfAndLeavesItAloneForAWhile() {
        var started = partner.started(TestRoom.withUnits(1));
        nameIntent("pi_nobodys", started.sessionId());
        partner.saveDetails(started).then().statusCode(200);

        String item = "data.items.find { it.session_id == '" + started.sessionId() + "' }.last_error";
        await().untilAsserted(() -> Admin.request().get("/admin/attention").then().body(item,
                equalTo("Stripe refused code=resource_missing status=404")));
        assertThat(text(WAITS, started.sessionId())).isEqualTo("true");

        Student.pays(started);
        nameIntent(started.intentId(), started.sessionId());
        Admin.request().post("/admin/attention/" + started.sessionId() + "/retry").then().statusCode(200);
        await().untilAsserted(() -> partner.request().get("/api/checkout/sessions/" + started.sessionId()).then()
                .body("data.item.state", equalTo("completed")));
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

    private void nameIntent(String intentId, String sessionId) {
        pool.preparedQuery("UPDATE payment SET intent_id = $1 WHERE session_id = $2").execute(Tuple.of(intentId, sessionId))
                .await().indefinitely();
    }

    private static void isRefused(Response answer, String why) {
        answer.then().statusCode(502).body("message", equalTo("api.payment_provider_refused")).body("data", equalTo(why));
    }

    private String text(String sql, String id) {
        return pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely().iterator().next().getString(0);
    }
}
