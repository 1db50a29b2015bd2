package io.housemates.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deliveries per second of one dispatcher beside two limits, to the same sink in the same run: each in a process of its own,
 * warmed up alike, in turns.
 */
final class Throughput {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int ENDPOINTS = 10;

    private final Options options;

    Throughput(Options options) {
        this.options = options;
    }

    void run() {
        try (Subject subject = Subject.start(options.root());
                Sink sink = new Sink();
                Load load = Load.on(subject)) {
            subject.stack().postgres().createDatabase(PipelineMain.TOPIC);
            List<String> partners = subject.subscribe(sink, "endpoint", ENDPOINTS).stream().map(Endpoint::partnerId).toList();
            subject.leaveDispatcherAlone();
            String url = sink.url("/limit");
            try (Worker client = Worker.start(ClientMain.class, url);
                    Worker pipeline = Worker.start(PipelineMain.class, url, subject.stack().kafka().bootstrapServers(),
                            subject.databaseUri(PipelineMain.TOPIC))) {
                List<Contender> contenders = List.of(
                        new Contender("signing client", client.pid(), run -> client.tell(run + " " + options.events())),
                        new Contender("durable pipeline", pipeline.pid(), run -> load.send(PipelineMain.TOPIC, run,
                                options.events(), partners, Load.AS_FAST_AS_IT_GOES)),
                        new Contender("dispatcher", subject.dispatcher().pid(), run -> load.send("bookings", run,
                                options.events(), partners, Load.AS_FAST_AS_IT_GOES)));
                print(measure(subject, sink, contenders));
            }
        }
    }

    /** One way of delivering. @param start makes it deliver a run's events */
    private record Contender(String name, long pid, java.util.function.Consumer<String> start) {
    }

    /** One contender's turn. @param cpu microseconds of processor time per delivery by process */
    private record Turn(double perSecond, double p99, int duplicates, Map<String, Double> cpu) {
    }

    private Map<String, List<Turn>> measure(Subject subject, Sink sink, List<Contender> contenders) {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        List<Contender> order = new ArrayList<>(contenders);
        for (int round = -options.warmUps(); round < options.rounds(); round++) {
            for (Contender contender : order) {
                Turn turn = turn(subject, sink, contender, (round + options.warmUps()) + contender.name().substring(0, 1));
                System.out.printf("round %d %s %.0f/s %s%n", round, contender.name(), turn.perSecond(), turn.cpu());
                if (round >= 0) {
                    turns.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(turn);
                }
            }
            Collections.rotate(order, 1);
        }
        return turns;
    }

    private Turn turn(Subject subject, Sink sink, Contender contender, String run) {
        sink.expect(run, options.events());
        var cpu = new Cpu(new LinkedHashMap<>(Map.of("itself", contender.pid(), "PostgreSQL", subject.stack().postgres().pid(),
                "Kafka and load", ProcessHandle.current().pid(), "sink", sink.pid())));
        contender.start().accept(run);
        Received received = sink.await(options.events(), LONGEST);
        Waiting.until("results on record", LONGEST,
                () -> subject.count("SELECT count(*) FROM delivery_waiting WHERE event_id LIKE 'evt_" + run + "_%'") == 0);
        return new Turn(received.perSecond(), received.p99(), received.duplicates(), cpu.microsPer(options.events()));
    }

    private void print(Map<String, List<Turn>> turns) {
        double pipeline = rates(turns.get("durable pipeline")).median();
        Table table = Table.with(System.out, "", "deliveries/s: median (least–most)", "of the durable pipeline",
                "CPU µs per delivery: itself", "PostgreSQL", "Kafka and load", "sink", "duplicates");
        turns.forEach((name, all) -> table.row(name, rates(all).text("%.0f"),
                "%.2f".formatted(rates(all).median() / pipeline), cpu(all, "itself"), cpu(all, "PostgreSQL"),
                cpu(all, "Kafka and load"), cpu(all, "sink"), all.stream().mapToInt(Turn::duplicates).sum()));
    }

    private static Spread rates(List<Turn> turns) {
        return new Spread(turns.stream().map(Turn::perSecond).toList());
    }

    private static String cpu(List<Turn> turns, String process) {
        return "%.0f".formatted(new Spread(turns.stream().map(turn -> turn.cpu().get(process)).toList()).median());
    }
}
