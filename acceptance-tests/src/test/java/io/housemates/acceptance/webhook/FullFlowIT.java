package io.housemates.acceptance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Faults;
import io.housemates.acceptance.support.Partner;

/**
 * Two dispatchers in full flow, and what they stand on is taken away: nothing is lost, nothing is stuck for longer than a
 * lease, everything stays in order, and no more arrives twice than was under way.
 */
@AcceptanceTest
class FullFlowIT {

    /** Beyond a lease, for a machine that has other things to do; a delivery that waits for anybody to notice takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of one instance: what was under way, and what had ended and was not written down. */
    private static final int MOST_TWICE = 2 * Dispatchers.MOST_IN_FLIGHT;

    private static Dispatchers dispatchers;
    private static List<Partner> partners;
    private static BookingNews news;

    @BeforeAll
    static void start() {
        dispatchers = Dispatchers.start(2);
        partners = IntStream.range(0, 2).mapToObj(number -> Partner.create()).toList();
        partners.forEach(dispatchers::awaitKnown);
        news = BookingNews.like(partners.get(0));
    }

    @AfterAll
    static void stop() {
        news.close();
        dispatchers.close();
    }

    @Test
    void losesNothingWhenOneIsKilledAndThenTheOther() {
        try (var flow = new Flow(dispatchers, partners, news)) {
            flow.tell(250);
            flow.awaitShare(0.2);
            dispatchers.replica(0).kill();
            dispatchers.replica(0).start().awaitReady();
            flow.tell(60);
            flow.awaitShare(0.6);
            dispatchers.replica(1).kill();
            long lastKill = System.nanoTime();
            flow.awaitEverything();
            Duration settled = Duration.ofNanos(flow.lastArrival() - lastKill);
            dispatchers.replica(1).start().awaitReady();

            report("Two kills", flow, settled);
            assertThat(flow.duplicates()).isLessThanOrEqualTo(2 * MOST_TWICE);
            assertThat(settled).isLessThan(Dispatchers.LEASE.plus(PATIENCE));
            flow.assertInOrder();
            flow.assertNothingElseCame();
        }
    }

    @Test
    void losesNothingWhenPostgresRestarts() {
        try (var flow = new Flow(dispatchers, partners, news)) {
            flow.tell(100);
            flow.awaitShare(0.2);
            Faults.withoutPostgres(() -> flow.tell(25));
            long back = System.nanoTime();
            flow.awaitEverything();

            settle("PostgreSQL restarted", flow, back);
        }
    }

    @Test
    void losesNothingWhenKafkaRestarts() {
        try (var flow = new Flow(dispatchers, partners, news)) {
            flow.tell(100);
            flow.awaitShare(0.2);
            var later = new CompletableFuture<?>[1];
            Faults.withoutKafka(() -> later[0] = CompletableFuture.runAsync(() -> flow.tell(25)));
            later[0].join();
            long back = System.nanoTime();
            flow.awaitEverything();

            settle("Kafka restarted", flow, back);
        }
    }

    private static void settle(String what, Flow flow, long back) {
        dispatchers.awaitReady();
        Duration settled = Duration.ofNanos(flow.lastArrival() - back);
        report(what, flow, settled);
        assertThat(flow.duplicates()).isLessThanOrEqualTo(2 * MOST_TWICE);
        assertThat(settled).isLessThan(Dispatchers.LEASE.plus(PATIENCE));
        flow.assertInOrder();
        flow.assertNothingElseCame();
    }

    private static void report(String what, Flow flow, Duration settled) {
        System.out.printf("%s: %d deliveries, %d duplicates, %d retries, all received %.1f s after%n", what, flow.size(),
                flow.duplicates(), flow.retries(), settled.toMillis() / 1000.0);
    }
}
