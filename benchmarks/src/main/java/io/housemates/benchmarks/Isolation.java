package io.housemates.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One of many endpoints hangs for the whole deadline on every attempt, at an even pace of events: how long the others' events
 * take, in turns with runs in which nobody hangs.
 */
final class Isolation {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Options options;

    Isolation(Options options) {
        this.options = options;
    }

    void run() {
        try (Subject subject = Subject.start(options.root());
                Sink sink = new Sink();
                Load load = Load.on(subject)) {
            List<Endpoint> healthy = subject.subscribe(sink, "healthy", options.endpoints() - 1);
            List<Endpoint> last = subject.subscribe(sink, "last", 2 * options.rounds() + 1);
            subject.leaveDispatcherAlone();
            var runs = new Runs(subject, sink, load, healthy);
            runs.run("warmup", last.get(0), false);
            List<Received> without = new ArrayList<>();
            List<Received> with = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                without.add(runs.run("without" + round, last.get(2 * round + 1), false));
                with.add(runs.run("with" + round, last.get(2 * round + 2), true));
            }
            print(without, with);
        }
    }

    private final class Runs {
        private final Subject subject;
        private final Sink sink;
        private final Load load;
        private final List<Endpoint> healthy;

        private Runs(Subject subject, Sink sink, Load load, List<Endpoint> healthy) {
            this.subject = subject;
            this.sink = sink;
            this.load = load;
            this.healthy = healthy;
        }

        /** @param last the endpoint that may hang; a new one each time, because the dispatcher remembers */
        private Received run(String name, Endpoint last, boolean hangs) {
            List<String> partners = new ArrayList<>(healthy.stream().map(Endpoint::partnerId).toList());
            partners.add(last.partnerId());
            int count = options.seconds() * options.rate() / partners.size() * partners.size();
            if (hangs) {
                sink.hang(last.path());
            }
            sink.expect(name, count);
            load.send("bookings", name, count, partners, options.rate());
            Received received = sink.await(hangs ? count - count / partners.size() : count, LONGEST);
            subject.forget(last, sink);
            System.out.printf("%s %s%n", name, received);
            return received;
        }
    }

    private void print(List<Received> without, List<Received> with) {
        Table table = Table.with(System.out, "", "p50 ms: median (least–most)", "p99 ms", "slowest ms", "duplicates");
        for (boolean hangs : new boolean[] { false, true }) {
            List<Received> runs = hangs ? with : without;
            table.row(hangs ? "one of " + options.endpoints() + " hangs" : "nobody hangs",
                    new Spread(runs.stream().map(Received::p50).toList()).text("%.0f"), p99(runs).text("%.0f"),
                    new Spread(runs.stream().map(Received::slowest).toList()).text("%.0f"),
                    runs.stream().mapToInt(Received::duplicates).sum());
        }
        System.out.printf("%np99 with / without: %.2f%n", p99(with).median() / p99(without).median());
    }

    private static Spread p99(List<Received> runs) {
        return new Spread(runs.stream().map(Received::p99).toList());
    }
}
