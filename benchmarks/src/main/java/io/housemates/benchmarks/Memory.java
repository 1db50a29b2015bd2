package io.housemates.benchmarks;

import java.time.Duration;
import java.util.List;

/** The dispatcher's heap after a collection, while ever more deliveries wait for an endpoint that hangs. */
final class Memory {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int STEPS = 4;

    private final Options options;

    Memory(Options options) {
        this.options = options;
    }

    void run() {
        try (Subject subject = Subject.start(options.root());
                Sink sink = new Sink();
                Load load = Load.on(subject)) {
            Endpoint dead = subject.subscribe(sink, "hanging", 1).get(0);
            List<String> healthy = subject.subscribe(sink, "healthy", options.endpoints() - 1).stream()
                    .map(Endpoint::partnerId).toList();
            subject.leaveDispatcherAlone();
            sink.hang(dead.path());
            flow("warmup", sink, load, healthy);
            var heap = new Heap(subject.dispatcher().pid());
            Table table = Table.with(System.out, "waiting", "heap after a collection, MiB");
            table.row(0, heap.liveMebibytes());
            for (int step = 1; step <= STEPS; step++) {
                int waiting = options.backlog() / STEPS * step;
                load.send("bookings", "step" + step, options.backlog() / STEPS, List.of(dead.partnerId()),
                        Load.AS_FAST_AS_IT_GOES);
                Waiting.until("backlog", LONGEST, () -> subject.waiting(dead) >= waiting);
                table.row(waiting, heap.liveMebibytes());
            }
            flow("beside", sink, load, healthy);
            table.row(options.backlog() + ", after " + options.events() + " to the others", heap.liveMebibytes());
        }
    }

    private void flow(String run, Sink sink, Load load, List<String> partners) {
        sink.expect(run, options.events());
        load.send("bookings", run, options.events(), partners, Load.AS_FAST_AS_IT_GOES);
        sink.await(options.events(), LONGEST);
    }
}
