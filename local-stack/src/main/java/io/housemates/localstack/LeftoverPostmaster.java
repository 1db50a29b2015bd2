package io.housemates.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server process that still works on a data directory, found by the pid file PostgreSQL keeps there. */
record LeftoverPostmaster(ProcessHandle process) {

    /**
     * Empty when nothing runs there, or when the recorded pid by now belongs to some other program: only a process whose
     * command line names this very directory is taken for its server.
     */
    static Optional<LeftoverPostmaster> of(Path directory) {
        return recordedPid(directory.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(process -> ProcessArguments.of(process).contains(directory.toString()))
                .map(LeftoverPostmaster::new);
    }

    long pid() {
        return process.pid();
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that may never leave. */
    void end() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid())).start().waitFor();
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            process.destroyForcibly();
        }
    }

    private static Optional<Long> recordedPid(Path pidFile) {
        try {
            return Files.readAllLines(pidFile).stream().findFirst().map(String::trim).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
