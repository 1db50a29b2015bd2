package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.vertx.core.http.HttpServerRequest;

/** An endpoint that is kept away holds nothing in memory, neither what was there before nor what comes too late. */
@DispatcherTest
class StoppedLanesTest {

    private static final int EVENTS = 12;
    private static final int EARLY = 8;

    @Inject
    OtherInstance instance;

    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource({ "500, ''", "429, 3600" })
    void givesBackWhatWaitsAndWhatComesTooLate(int status, String retryAfter) {
        stopped(answering(status, retryAfter), "1h", (lanes, subscribed, late) -> {
            await().until(() -> instance.free(subscribed) == EARLY);
            lanes.offer(late);

            await().until(() -> instance.free(subscribed) == EVENTS);
            assertThat(lanes.queued()).isZero();
            assertThat(instance.attempted(List.of(subscribed))).isOne();
        });
    }

    @Test
    void probesWithOneOfWhatComesAfterThePause() {
        stopped(answering(500, ""), "2s", (lanes, subscribed, late) -> {
            await().until(() -> instance.free(subscribed) == EARLY);
            CircuitBreaker breaker = lanes.lane(subscribed.id()).breaker;
            await().until(() -> breaker.room(0, System.nanoTime()) == 1);
            lanes.offer(late);

            await().until(() -> instance.attempted(List.of(subscribed)) == 2);
            await().until(() -> instance.free(subscribed) == EVENTS);
            assertThat(lanes.queued()).isZero();
        });
    }

    @Test
    void sendsNothingMoreToAnEndpointThatIsGone() {
        stopped(answering(410, ""), "1h", (lanes, subscribed, late) -> {
            await().until(() -> held(subscribed) == EARLY - 1);
            lanes.offer(late);

            await().until(() -> held(subscribed) == EVENTS - 1);
            assertThat(instance.attempted(List.of(subscribed))).isOne();
        });
    }

    private interface Story {
        void tell(Lanes lanes, Subscribed subscribed, List<Delivery> late);
    }

    /** One at a time goes out, and the first stops the lane: the others wait behind it, or are offered later. */
    private void stopped(Consumer<HttpServerRequest> answer, String pause, Story story) {
        DeliverySettings settings = OtherInstance.settings(Map.of("initial-concurrency", "1", "breaker-failures", "1",
                "breaker-pause", pause));
        Lanes lanes = instance.lanes(settings);
        try (var receiver = Receiver.answering(answer)) {
            TestPartner partner = TestPartner.introduced();
            Subscribed subscribed = Subscribed.to(receiver, partner, "booking.*");
            instance.waiting(partner, List.of(subscribed), EVENTS);
            List<Delivery> claimed = instance.claimed(settings, subscribed, EVENTS);

            lanes.offer(claimed.subList(0, EARLY));
            await().until(() -> instance.attempted(List.of(subscribed)) == 1);
            story.tell(lanes, subscribed, claimed.subList(EARLY, EVENTS));
        }
    }

    private static Consumer<HttpServerRequest> answering(int status, String retryAfter) {
        return request -> {
            if (!retryAfter.isEmpty()) {
                request.response().putHeader("Retry-After", retryAfter);
            }
            request.response().setStatusCode(status).end();
        };
    }

    private int held(Subscribed subscribed) {
        return Integer.parseInt(database.value("SELECT count(*) FROM delivery_finished WHERE status = 'HELD' "
                + "AND subscription_id = '" + subscribed.id() + "'"));
    }
}
