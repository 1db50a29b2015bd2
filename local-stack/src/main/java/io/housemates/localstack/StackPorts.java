package io.housemates.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where everything of one stack listens. PostgreSQL and Kafka keep off their usual ports, where a developer's own may be
 * running.
 */
record StackPorts(int offset) {

    private static final int STEP = 100;
    static final int HIGHEST_OFFSET = 40_000;

    int stripe() {
        return 8090 + offset;
    }

    int partner() {
        return 8091 + offset;
    }

    int postgres() {
        return 15432 + offset;
    }

    int kafka() {
        return 19092 + offset;
    }

    /** Fails with the name and number of the first port that something else holds. */
    void requireFree() {
        all().forEach((name, port) -> {
            if (Ports.isTaken(port)) {
                throw new StackException(
                        "Port " + port + " (" + name + ") is taken by another program. End that program, or move "
                                + "all ports with --port-offset N (for example --port-offset " + freeOffset() + ").");
            }
        });
    }

    static int freeOffset() {
        return IntStream.iterate(STEP, offset -> offset < HIGHEST_OFFSET, offset -> offset + STEP)
                .filter(offset -> new StackPorts(offset).all().values().stream().noneMatch(Ports::isTaken))
                .findFirst()
                .orElseThrow(() -> new StackException("No free range of ports found."));
    }

    private Map<String, Integer> all() {
        var ports = new LinkedHashMap<String, Integer>();
        for (Service service : Service.values()) {
            ports.put(service.label(), service.port(offset));
            ports.put(service.label() + " management", service.managementPort(offset));
        }
        ports.put("Stripe simulator", stripe());
        ports.put("demo partner", partner());
        ports.put("PostgreSQL", postgres());
        ports.put("Kafka", kafka());
        return ports;
    }
}
