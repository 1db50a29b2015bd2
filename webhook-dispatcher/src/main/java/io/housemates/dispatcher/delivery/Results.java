package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.DatabaseFailure;
import io.housemates.platform.inbox.Failures;
import io.vertx.core.Vertx;

/**
 * Writes the ends of attempts back in batches: while one batch is being written, the next one collects.
 *
 * <p>
 * Nothing is dropped when the database is away: the batch is tried again, and no new attempts start once too many ends wait.
 * Called on the dispatcher's event loop only.
 */
@ApplicationScoped
class Results {

    private static final Logger LOG = Logger.getLogger(Results.class);
    private static final int LARGEST_BATCH = 500;
    /** A batch costs as much as many of its rows; one end alone is written at once. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final Vertx vertx;
    private final ResultRows rows;
    private final EndpointHealth health;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final int mostUnwritten;
    private List<AttemptEnd> waiting = new ArrayList<>();
    private List<Delivery> givenBack = new ArrayList<>();
    private boolean writing;
    private boolean pausing;
    private long lastBatch = System.nanoTime() - BETWEEN_BATCHES.toNanos();
    private volatile boolean failing;
    private int beingWritten;
    private Runnable onWoken = () -> {
    };
    private Runnable onWritten = () -> {
    };

    Results(Vertx vertx, ResultRows rows, EndpointHealth health, RetrySchedule schedule, Clock clock,
            DeliveryMetrics metrics, DeliverySettings settings) {
        this.vertx = vertx;
        this.rows = rows;
        this.health = health;
        this.schedule = schedule;
        this.clock = clock;
        this.metrics = metrics;
        this.mostUnwritten = settings.maxInFlight();
    }

    /** Told when deliveries became due because the one before them in order came to its end. */
    void onWoken(Runnable listener) {
        onWoken = listener;
    }

    /** Told after every batch: attempts that waited for the database may start. */
    void onWritten(Runnable listener) {
        onWritten = listener;
    }

    /** Whether attempts may start; what has ended and is not written would be sent again after a crash. */
    boolean keepsUp() {
        return !failing && waiting.size() + beingWritten < mostUnwritten;
    }

    void add(Delivery delivery, AttemptResult result) {
        Instant now = clock.instant();
        int attempt = delivery.attempts() + 1;
        Next next = result.outcome().next(attempt - delivery.roundStart(), schedule);
        metrics.attempted(delivery, result, next, now);
        health.noticed(delivery.subscriptionId(), result.outcome());
        waiting.add(new AttemptEnd(delivery, attempt, now.minus(result.took()), result, next));
        flush();
    }

    /** Deliveries that were not tried: others, or this instance later, may claim them at once. */
    void giveBack(List<Delivery> deliveries) {
        givenBack.addAll(deliveries);
        flush();
    }

    private void flush() {
        if (writing || pausing || waiting.isEmpty() && givenBack.isEmpty()) {
            return;
        }
        long pause = lastBatch + BETWEEN_BATCHES.toNanos() - System.nanoTime();
        if (pause > 0 && waiting.size() < LARGEST_BATCH) {
            pausing = true;
            vertx.setTimer(Math.max(1, pause / 1_000_000), over -> {
                pausing = false;
                flush();
            });
            return;
        }
        writing = true;
        lastBatch = System.nanoTime();
        List<AttemptEnd> batch = waiting.size() <= LARGEST_BATCH ? waiting : new ArrayList<>(waiting.subList(0, LARGEST_BATCH));
        waiting = batch == waiting ? new ArrayList<>() : new ArrayList<>(waiting.subList(LARGEST_BATCH, waiting.size()));
        List<Delivery> back = givenBack;
        givenBack = new ArrayList<>();
        write(batch, back);
    }

    private void write(List<AttemptEnd> batch, List<Delivery> back) {
        var context = Vertx.currentContext();
        beingWritten = batch.size();
        rows.write(batch).call(() -> rows.giveBack(back))
                .subscribe().with(written -> context.runOnContext(ignored -> written(batch.size(), written)),
                        failure -> context.runOnContext(ignored -> tryAgain(batch, back, failure)));
    }

    private void written(int attempted, ResultRows.Written written) {
        failing = false;
        writing = false;
        beingWritten = 0;
        if (written.accepted() < attempted) {
            metrics.leasesLost(attempted - written.accepted());
            LOG.warnf("Results of expired leases refused count=%d", attempted - written.accepted());
        }
        if (written.woken() > 0) {
            onWoken.run();
        }
        flush();
        onWritten.run();
    }

    private void tryAgain(List<AttemptEnd> batch, List<Delivery> back, Throwable failure) {
        if (!batch.isEmpty() && DatabaseFailure.isRefusal(failure) && !Partitions.isMissing(failure)) {
            isolate(batch, back, failure);
            return;
        }
        failing = true;
        LOG.warnf("Results not written yet count=%d reason=\"%s\"", batch.size(), failure.getMessage());
        vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), fired -> write(batch, back));
    }

    /**
     * One end that can never be written must not keep the others from it: its delivery is sent again when its lease is over.
     */
    private void isolate(List<AttemptEnd> batch, List<Delivery> back, Throwable refusal) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            waiting.addAll(0, batch.subList(half, batch.size()));
            write(List.copyOf(batch.subList(0, half)), back);
            return;
        }
        LOG.errorf("Result cannot be written delivery=%s reason=\"%s\"", batch.get(0).delivery().id(),
                Failures.reason(refusal));
        write(List.of(), back);
    }

    boolean isIdle() {
        return !writing && waiting.isEmpty() && givenBack.isEmpty();
    }

    boolean isFailing() {
        return failing;
    }

    /** One attempt's end on its way to the database. */
    record AttemptEnd(Delivery delivery, int number, Instant at, AttemptResult result, Next next) {
    }
}
