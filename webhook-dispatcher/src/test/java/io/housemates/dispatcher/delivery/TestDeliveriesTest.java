package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.delivery.TestDeliveries.TestOutcome;
import io.housemates.dispatcher.subscription.Endpoints;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.platform.Ulids;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;
import io.vertx.core.http.HttpServerRequest;

@DispatcherTest
class TestDeliveriesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Database database;

    @Inject
    TestDeliveries deliveries;

    @Inject
    Endpoints endpoints;

    @Inject
    TestAttempts attempts;

    @Inject
    TestRecords records;

    @Inject
    Ulids ulids;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void testsASubscriptionOnceAtATime() throws Exception {
        List<HttpServerRequest> hanging = new CopyOnWriteArrayList<>();
        try (var receiver = Receiver.answering(hanging::add)) {
            var subscribed = Subscribed.to(receiver, partner, "*");
            var first = send(subscribed);
            await().until(() -> hanging.size() == 1);

            partner.request().post("/api/webhooks/" + subscribed.id() + "/test").then().statusCode(429)
                    .header("Retry-After", equalTo("3")).body("message", equalTo("api.too_many_requests"));

            hanging.get(0).response().end();
            assertThat(first.get(10, TimeUnit.SECONDS).outcome()).isEqualTo("delivered");
            receiver.answer(200);
            assertThat(send(subscribed).get(10, TimeUnit.SECONDS).outcome()).isEqualTo("delivered");
        }
    }

    @Test
    void leavesRoomToOtherPartners() throws Exception {
        List<HttpServerRequest> hanging = new CopyOnWriteArrayList<>();
        try (var receiver = Receiver.answering(hanging::add); var other = Receiver.answering(200)) {
            List<Subscribed> four = Stream.generate(() -> Subscribed.to(receiver, partner, "*")).limit(4).toList();
            Subscribed fifth = Subscribed.to(other, partner, "*");
            Subscribed others = Subscribed.to(other, TestPartner.introduced(), "*");
            List<CompletableFuture<TestOutcome>> underWay = four.stream().map(this::send).toList();
            await().until(() -> hanging.size() == 4);

            assertThatThrownBy(() -> deliveries.send(partner.id(), fifth.id()).await().atMost(SOON)).isInstanceOfSatisfying(
                    ApiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.TOO_MANY_REQUESTS));
            assertThat(send(others).get(10, TimeUnit.SECONDS).outcome()).isEqualTo("delivered");

            hanging.forEach(request -> request.response().end());
            for (var one : underWay) {
                assertThat(one.get(10, TimeUnit.SECONDS).outcome()).isEqualTo("delivered");
            }
        }
    }

    @Test
    void isNotAFaultWhenTheSubscriptionIsDeletedMeanwhile() {
        assertThatThrownBy(() -> deliveries.send(partner.id(), "gone").await().atMost(SOON))
                .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.NOT_FOUND));
    }

    @Test
    void isOnRecordWhereverOurClockStands() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "*");
            Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofDays(20));
            TestOutcome outcome = new TestDeliveries(endpoints, attempts, records, ulids, wrong)
                    .send(partner.id(), subscribed.id()).await().atMost(SOON);
            assertThat(recorded(outcome)).isEqualTo("1");
        }
    }

    @Test
    void isOnRecordWhenThePartitionOfItsDayIsMissing() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "*");
            database.run("DROP TABLE "
                    + database.value("SELECT 'delivery_finished' || to_char(now() AT TIME ZONE 'UTC', '_YYYYMMDD')"));
            assertThat(recorded(deliveries.send(partner.id(), subscribed.id()).await().atMost(SOON))).isEqualTo("1");
        }
    }

    private CompletableFuture<TestOutcome> send(Subscribed subscribed) {
        return deliveries.send(subscribed.partner().id(), subscribed.id()).subscribeAsCompletionStage();
    }

    private String recorded(TestOutcome outcome) {
        return database.value("SELECT count(*) FROM delivery_attempt WHERE delivery_id = '" + outcome.deliveryId() + "'");
    }
}
