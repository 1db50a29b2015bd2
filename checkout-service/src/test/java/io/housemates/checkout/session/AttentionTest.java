package io.housemates.checkout.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Management;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class AttentionTest {

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void listsAPaidSessionWithoutDetailsAndRefundsItOnRequest() {
        Started started = withoutDetails();
        Admin.request().get("/admin/attention").then().statusCode(200).body("data.items.session_id",
                hasItem(started.sessionId()));
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> Management.metrics()
                .body(matchesPattern("(?s).*\\ncheckout_attention [1-9].*"))
                .body(containsString("\ncheckout_oldest_due_seconds ")));

        Admin.request().post("/admin/attention/" + started.sessionId() + "/refund").then().statusCode(200);

        Events.awaited("checkouts", started.sessionId(), "checkout.refunded");
        Admin.request().get("/admin/attention").then().body("data.items.session_id", not(hasItem(started.sessionId())));
        Admin.request().post("/admin/attention/" + started.sessionId() + "/refund").then().statusCode(409)
                .body("message", equalTo("api.nothing_to_refund"));
    }

    @Test
    void booksOnceTheDetailsAreSavedAfterAll() {
        Started started = withoutDetails();
        partner.saveDetails(started).then().statusCode(200);
        await().until(() -> partner.stateOf(started), equalTo("completed"));
    }

    @Test
    void listsWhatWasPaidOtherwiseThanAgreedUntilSomebodyHasSeenIt() {
        var started = partner.started(TestRoom.withUnits(1));
        Stripe.dashboard(started.intentId(), "alter", Map.of("amount", 100));
        Student.pays(started);
        Events.awaited("checkouts", started.sessionId(), "checkout.refunded");

        String item = "data.items.find { it.session_id == '" + started.sessionId() + "' }.";
        Admin.request().get("/admin/attention").then().body(item + "last_error", equalTo("paid 100 instead of 25000"))
                .body(item + "payment_state", equalTo("REFUNDED"));
        Admin.request().post("/admin/attention/" + started.sessionId() + "/seen").then().statusCode(200);
        Admin.request().get("/admin/attention").then().body("data.items.session_id", not(hasItem(started.sessionId())));
    }

    @Test
    void hasNothingToSeeWhereAllIsAsAgreed() {
        var started = partner.started(TestRoom.withUnits(1));
        Admin.request().post("/admin/attention/" + started.sessionId() + "/seen").then().statusCode(409);
    }

    @Test
    void knowsNoUnknownSession() {
        for (String action : new String[] { "retry", "refund", "seen" }) {
            Admin.request().post("/admin/attention/01H14V1E5EVWGANKXQG7TVYGQ1/" + action).then().statusCode(404);
        }
    }

    private Started withoutDetails() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        clock.jump(Duration.ofMinutes(31));
        Events.awaited("checkouts", started.sessionId(), "checkout.attention_needed");
        return started;
    }
}
