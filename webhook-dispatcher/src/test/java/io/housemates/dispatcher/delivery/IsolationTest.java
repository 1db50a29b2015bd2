package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.vertx.core.http.HttpServerRequest;

/**
 * Endpoints hang, or answer 200 after a long time: the others get everything meanwhile. An instance put together by hand has
 * few slots and a deadline far beyond the test, so that what is counted does not depend on how fast the machine is.
 */
@DispatcherTest
class IsolationTest {

    private static final int SLOTS = 48;
    private static final int HEALTHY = 10;
    private static final int EVENTS = 40;

    @Inject
    OtherInstance instance;

    /** @param limit of each endpoint, as it may have grown while it was quick */
    @ParameterizedTest
    @CsvSource({ "1, 4", "2, 48", "4, 48" })
    void deliversEverythingElseWhileSomeEndpointsHang(int hanging, int limit) {
        DeliverySettings settings = OtherInstance.settings(Map.of("max-in-flight", "" + SLOTS,
                "initial-concurrency", "" + limit));
        Lanes lanes = instance.lanes(settings);
        List<HttpServerRequest> open = new CopyOnWriteArrayList<>();
        try (var hangs = Receiver.answering(open::add); var healthy = Receiver.answering(200)) {
            TestPartner partner = TestPartner.introduced();
            List<Subscribed> slow = subscribed(hanging, hangs, partner);
            List<Subscribed> others = subscribed(HEALTHY, healthy, partner);
            List<Subscribed> all = new ArrayList<>(slow);
            all.addAll(others);
            List<String> events = instance.waiting(partner, all, EVENTS);

            slow.forEach(one -> lanes.offer(instance.claimed(settings, one, EVENTS)));
            await().until(() -> hangs.received().size() >= hanging);
            others.forEach(other -> lanes.offer(instance.claimed(settings, other, EVENTS)));

            await().atMost(Duration.ofSeconds(60)).until(() -> healthy.received().size() >= HEALTHY * EVENTS);
            await().until(() -> instance.attempted(others) == HEALTHY * EVENTS);
            assertThat(healthy.ids()).as("each event once at each endpoint").hasSize(HEALTHY * EVENTS)
                    .containsOnly(events.toArray(String[]::new));
            assertThat(hangs.received()).as("of the %s slots", SLOTS).hasSizeLessThanOrEqualTo(SLOTS * 3 / 4 - 1);
            assertThat(instance.attempted(slow)).as("attempts that ended").isZero();

            hangs.answer(200);
            open.forEach(request -> request.response().end());
            await().atMost(Duration.ofSeconds(60)).until(() -> instance.attempted(slow) == hanging * EVENTS);
            assertThat(hangs.ids()).hasSize(hanging * EVENTS).containsOnly(events.toArray(String[]::new));
        }
    }

    private static List<Subscribed> subscribed(int count, Receiver receiver, TestPartner partner) {
        return Stream.generate(() -> Subscribed.to(receiver, partner, "booking.*")).limit(count).toList();
    }
}
