package io.housemates.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of processes: unlike a rate it hardly depends on what else the machine does. */
final class Cpu {

    private final Map<String, Long> pids;
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** @param pids by name */
    Cpu(Map<String, Long> pids) {
        this.pids = pids;
        pids.forEach((name, pid) -> before.put(name, used(pid)));
    }

    /** Since this was made, in microseconds for each of that many deliveries. */
    Map<String, Double> microsPer(int deliveries) {
        Map<String, Double> micros = new LinkedHashMap<>();
        pids.forEach((name, pid) -> micros.put(name, used(pid).minus(before.get(name)).toNanos() / 1e3 / deliveries));
        return micros;
    }

    private static Duration used(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(Cpu::withItsOwn)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** PostgreSQL works in processes of its own; what the harness started is no part of it. */
    private static Stream<ProcessHandle> withItsOwn(ProcessHandle process) {
        return process.equals(ProcessHandle.current()) ? Stream.of(process)
                : Stream.concat(Stream.of(process), process.descendants());
    }
}
