package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.housemates.localstack.testing.Kafka;
import io.restassured.response.Response;

@CheckoutTest
class RetentionTest {

    private static final String SESSIONS = "data.items.find { it.data == 'abandoned_sessions' }.";
    private static final Duration LONG_ENOUGH = Duration.ofDays(31);

    /** Rows about a session, its audit included, by whether somebody could read of people in them. */
    private static final String TRACES = """
            SELECT (SELECT count(*) FROM checkout_session WHERE id = $1) || ' session '
                || (SELECT count(*) FROM checkout_session WHERE id = $1 AND details IS NOT NULL) || ' details '
                || (SELECT count(*) FROM checkout_draft WHERE session_id = $1) || ' draft '
                || (SELECT count(*) FROM stripe_event WHERE key_id = $1) || ' told '
                || (SELECT count(*) FROM data_key WHERE id = $1 AND wrapped IS NOT NULL) || ' key '
                || (SELECT count(*) FROM payment WHERE session_id = $1) || ' payment '
                || (SELECT count(*) FROM refund WHERE session_id = $1) || ' refund '
                || (SELECT least(count(*), 1) FROM transition WHERE entity_id = $1) || ' audit'""";
    private static final String NOTHING = "0 session 0 details 0 draft 0 told 0 key 0 payment 0 refund 0 audit";
    private static final String MONEY_ONLY = "1 session 0 details 0 draft 0 told 0 key 1 payment 1 refund 1 audit";

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void keepsOfOldSessionsWithoutABookingOnlyTheMoneyThatMoved() {
        Started refunded = paidWithoutDetails();
        Started owed = paidWithoutDetails();
        Started booked = partner.booked();
        Started abandoned = withDetails();
        expire(abandoned);
        refund(refunded);
        refund(owed);
        Database.run("UPDATE payment SET state = 'REFUND_FAILED' WHERE session_id = $1", owed.sessionId());
        String before = traces(abandoned);

        clock.jump(LONG_ENOUGH);
        Admin.request().get("/admin/retention").then().statusCode(200)
                .body(SESSIONS + "due", greaterThanOrEqualTo(2)).body(SESSIONS + "oldest", notNullValue())
                .body(SESSIONS + "removed", equalTo(0));
        assertThat(traces(abandoned)).as("after the dry run").isEqualTo(before);

        var replicas = Crowd.times(2, () -> Admin.request().post("/admin/retention").then().statusCode(200)
                .extract().<Integer> path(SESSIONS + "removed"));

        assertThat(replicas.get(0) + replicas.get(1)).isGreaterThanOrEqualTo(2);
        Admin.request().get("/admin/retention").then().body(SESSIONS + "due", equalTo(0));
        assertThat(traces(abandoned)).isEqualTo(NOTHING);
        assertThat(traces(refunded)).isEqualTo(MONEY_ONLY);
        assertThat(traces(owed)).as("its money is not settled").contains(" 1 key 1 payment 1 refund").doesNotContain("0 told");
        assertThat(traces(booked)).as("booked").startsWith("1 session 1 details").contains("1 key 1 payment");
        await().until(() -> Events.endsWithoutValue("personal-keys", abandoned.sessionId()));
        Database.run("UPDATE payment SET state = 'REFUNDED' WHERE session_id = $1", owed.sessionId());
    }

    @Test
    void forgetsOnRequestWhoDidNotBook() {
        Started started = withDetails();
        erase(started).then().statusCode(409).body("data", equalTo("the session is under way"));
        expire(started);

        for (int time = 0; time < 2; time++) {
            erase(started).then().statusCode(200).body("data.session_id", equalTo(started.sessionId()));
        }

        assertThat(traces(started)).isEqualTo("1 session 0 details 0 draft 0 told 0 key 1 payment 0 refund 1 audit");
        await().until(() -> Events.endsWithoutValue("personal-keys", started.sessionId()));
        HostedStudent.of(started).get("review").then().statusCode(410);
    }

    @Test
    void leavesErasingABookingToItsService() {
        Started started = partner.booked();
        String bookingId = Database.text("SELECT booking_id FROM checkout_session WHERE id = $1", started.sessionId());
        erase(started).then().statusCode(409).body("message", equalTo("api.booking_already_completed"))
                .body("data", equalTo(bookingId));
        Admin.request().post("/admin/checkout/sessions/01H14V1E5EVWGANKXQG7TVYGQ1/erasure").then().statusCode(404);
    }

    @Test
    void makesNoKeyAnewForWhatStripeTellsOfSomebodyWhoWasErasedLongAgo() {
        Started started = partner.booked();
        Kafka.send("personal-keys", started.sessionId(), "data_key.destroyed", null);
        await().until(() -> traces(started).contains(" 0 key "));
        Database.run("UPDATE data_key SET erased_at = erased_at - interval '2 years' WHERE id = $1", started.sessionId());
        Admin.request().post("/admin/retention").then().statusCode(200);

        Stripe.disputes(started.intentId());

        Events.awaited("checkouts", started.sessionId(), "checkout.disputed");
        assertThat(traces(started)).contains(" 0 key ");
    }

    private Started withDetails() {
        var started = partner.started(TestRoom.withUnits(1));
        HostedStudent.of(started).send("you", HostedStudent.you());
        partner.saveDetails(started).then().statusCode(200);
        assertThat(traces(started)).startsWith("1 session 1 details 1 draft").contains("1 key");
        return started;
    }

    private void expire(Started started) {
        clock.jump(Duration.ofMinutes(61));
        await().until(() -> partner.stateOf(started), equalTo("expired"));
    }

    private Started paidWithoutDetails() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        await().until(() -> traces(started).matches(".* [1-9]\\d* told 1 key .*"));
        return started;
    }

    /** Its time is up. */
    private void refund(Started started) {
        Events.awaited("checkouts", started.sessionId(), "checkout.attention_needed");
        Admin.request().post("/admin/attention/" + started.sessionId() + "/refund").then().statusCode(200);
        Events.awaited("checkouts", started.sessionId(), "checkout.refunded");
        await().until(
                () -> Database.text("SELECT coalesce(next_step_at::text, 'none') FROM checkout_session WHERE id = $1",
                        started.sessionId()),
                equalTo("none"));
    }

    private static Response erase(Started started) {
        return Admin.request().body(Map.of()).post("/admin/checkout/sessions/" + started.sessionId() + "/erasure");
    }

    private static String traces(Started started) {
        return Database.text(TRACES, started.sessionId());
    }
}
