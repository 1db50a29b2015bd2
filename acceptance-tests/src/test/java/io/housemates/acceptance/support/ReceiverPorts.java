package io.housemates.acceptance.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ports that receivers will have: chosen before the stack starts, because the egress guard is told which are allowed. */
final class ReceiverPorts {

    private static final int COUNT = 32;
    /** Below the range that outgoing connections take their ports from. */
    private static final int LOWEST = 24_000;
    private static final int HIGHEST = 31_000;

    private static final List<Integer> ALL = choose();
    private static final Queue<Integer> UNUSED = new ConcurrentLinkedQueue<>(ALL);

    private ReceiverPorts() {
    }

    static int next() {
        return UNUSED.remove();
    }

    static String commaSeparated() {
        return ALL.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> choose() {
        int start = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        return IntStream.iterate(start, port -> port + 1).filter(ReceiverPorts::isFree).limit(COUNT).boxed().toList();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
