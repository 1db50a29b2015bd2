package io.housemates.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many deliveries wait for an endpoint that hangs: how fast the others get theirs, in turns with runs without a backlog. */
final class Backlog {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Options options;

    Backlog(Options options) {
        this.options = options;
    }

    void run() {
        try (Subject subject = Subject.start(options.root());
                Sink sink = new Sink();
                Load load = Load.on(subject)) {
            List<String> healthy = subject.subscribe(sink, "healthy", options.endpoints() - 1).stream()
                    .map(Endpoint::partnerId).toList();
            List<Endpoint> hanging = subject.subscribe(sink, "hanging", options.rounds());
            subject.leaveDispatcherAlone();
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int n = 0; n < options.warmUps(); n++) {
                rate("warmup" + n, sink, load, healthy);
            }
            for (int round = 0; round < options.rounds(); round++) {
                without.add(rate("without" + round, sink, load, healthy));
                Endpoint dead = hanging.get(round);
                wait(dead, subject, sink, load);
                with.add(rate("with" + round, sink, load, healthy));
                if (round + 1 < options.rounds()) {
                    subject.forget(dead, sink);
                }
            }
            print(new Spread(without), new Spread(with));
        }
    }

    private void wait(Endpoint dead, Subject subject, Sink sink, Load load) {
        sink.hang(dead.path());
        load.send("bookings", "backlog", options.backlog(), List.of(dead.partnerId()), Load.AS_FAST_AS_IT_GOES);
        Waiting.until("backlog", LONGEST, () -> subject.waiting(dead) >= options.backlog());
    }

    private double rate(String run, Sink sink, Load load, List<String> partners) {
        sink.expect(run, options.events());
        load.send("bookings", run, options.events(), partners, Load.AS_FAST_AS_IT_GOES);
        double rate = sink.await(options.events(), LONGEST).perSecond();
        System.out.printf("%s %.0f/s%n", run, rate);
        return rate;
    }

    private void print(Spread without, Spread with) {
        Table.with(System.out, "", "deliveries/s to the healthy ones: median (least–most)")
                .row("no backlog", without.text("%.0f"))
                .row(options.backlog() + " wait for one that hangs", with.text("%.0f"));
        System.out.printf("%nwith / without: %.2f%n", with.median() / without.median());
    }
}
