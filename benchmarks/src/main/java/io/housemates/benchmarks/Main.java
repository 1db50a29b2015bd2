package io.housemates.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;

import io.housemates.localstack.RunnerLog;

/** What {@code benchmarks/run} runs. */
public final class Main {

    private static final String USAGE = """
            benchmarks/run [--no-build] WHAT [name=value …]

              throughput  the dispatcher beside a bare client and a bare pipeline: rounds=3 warmups=16 events=10000
              isolation   one endpoint hangs, events at an even pace: rounds=3 seconds=30 rate=500 endpoints=100
              backlog     many wait for one that hangs: rounds=3 warmups=2 events=10000 endpoints=100 backlog=60000
              memory      heap while ever more wait: events=10000 endpoints=100 backlog=200000
              bookings    lists, searches and an export of many: bookings=1000000 rounds=3 (hundred of each list) warmups=2
              checkout    Start, Complete, until the webhook: seconds=30
            """;

    private Main() {
    }

    public static void main(String[] arguments) {
        String what = arguments.length == 0 ? "" : arguments[0];
        var options = Options.of(Path.of(System.getProperty("housemates.root", "")), warmUps(what),
                Arrays.stream(arguments).skip(1).toArray(String[]::new));
        RunnerLog.writeTo(options.root().resolve("benchmarks/target/benchmarks.log"));
        System.out.println(Machine.description());
        switch (what) {
            case "throughput" -> new Throughput(options).run();
            case "isolation" -> new Isolation(options).run();
            case "backlog" -> new Backlog(options).run();
            case "memory" -> new Memory(options).run();
            case "bookings" -> new BookingLists(options).run();
            case "checkout" -> new CheckoutLoad(options).run();
            default -> System.out.print(USAGE);
        }
        // Threads of Kafka and of HTTP clients would keep the JVM.
        System.exit(0);
    }

    /** Rates go on rising until all of the dispatcher's code is compiled. */
    private static int warmUps(String what) {
        return "throughput".equals(what) ? 16 : 2;
    }
}
