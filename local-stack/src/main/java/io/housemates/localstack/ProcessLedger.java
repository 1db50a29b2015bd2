package io.housemates.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Remembers which processes this stack started, so that the next run can end what a crashed one left behind. */
final class ProcessLedger {

    private final Path directory;
    private final Path file;
    private final TreeSet<Long> pids = new TreeSet<>();
    private boolean closed;

    ProcessLedger(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("pids");
    }

    /** Stands on the command line of every process of this stack: a recorded pid may belong to a stranger by now. */
    String marker() {
        return "-Dhousemates.stack=" + directory;
    }

    synchronized void add(long pid) {
        pids.add(pid);
        write();
        if (closed) {
            // Started by a thread that has not heard yet that the stack is over.
            endLeftovers();
        }
    }

    /** Ends what was started, and from now on whatever else is. */
    synchronized void close() {
        closed = true;
        endLeftovers();
    }

    /** Ends what is recorded and still there, and forgets it. */
    synchronized void endLeftovers() {
        List<ProcessHandle> leftovers = recorded().stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(this::isOurs)
                .toList();
        // Not politely: losing a process at any moment is what the services are built for.
        leftovers.forEach(ProcessHandle::destroyForcibly);
        leftovers.forEach(leftover -> leftover.onExit().join());
        pids.clear();
        write();
    }

    private boolean isOurs(ProcessHandle process) {
        return ProcessArguments.of(process).contains(marker());
    }

    private List<Long> recorded() {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().map(Long::valueOf).toList() : List.of();
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
    }

    private void write() {
        try {
            Files.write(file, pids.stream().map(String::valueOf).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }
}
