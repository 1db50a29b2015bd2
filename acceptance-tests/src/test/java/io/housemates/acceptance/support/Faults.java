package io.housemates.acceptance.support;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.housemates.localstack.Service;

/** What tests break on purpose, and for how long: errors in the logs of that time are meant to be there. */
public final class Faults {

    private record Outage(Instant from, Instant to) {
    }

    /** Who waits for a connection when the server goes is told up to this long after, when the pool's patience ends. */
    private static final int GRACE_SECONDS = 30;
    private static final List<Outage> OUTAGES = new CopyOnWriteArrayList<>();

    private Faults() {
    }

    /** Stops Kafka while the work is done, and starts it again. */
    public static void withoutKafka(Runnable work) {
        var kafka = SharedStack.get().kafka();
        outage(kafka::stop, work, kafka::start);
    }

    /** Stops PostgreSQL while the work is done, and starts it again. */
    public static void withoutPostgres(Runnable work) {
        var postgres = SharedStack.get().postgres();
        outage(postgres::stop, work, postgres::start);
    }

    /** SIGKILL, then a new process in its place. */
    public static void killAndRestart(Service service) {
        var process = Services.process(service);
        process.kill();
        process.start().awaitReady();
    }

    /** Whether something every service needs was missing at that time. */
    public static boolean explain(Instant time) {
        return OUTAGES.stream().anyMatch(
                outage -> !time.isBefore(outage.from()) && !time.isAfter(outage.to().plusSeconds(GRACE_SECONDS)));
    }

    private static void outage(Runnable stop, Runnable work, Runnable start) {
        Instant from = Instant.now();
        stop.run();
        try {
            work.run();
        } finally {
            start.run();
            OUTAGES.add(new Outage(from, Instant.now()));
        }
    }
}
