package io.housemates.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory of one stack while this run has it: nobody else's, and free of what a crashed run left working there. */
final class Workspace implements AutoCloseable {

    private static final List<String> KEPT_WHEN_FRESH = List.of("lock");

    private final Path directory;
    private final DirectoryLock lock;
    private final ProcessLedger ledger;

    private Workspace(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
        this.ledger = new ProcessLedger(directory);
    }

    static Workspace open(Path directory, boolean fresh) {
        var workspace = new Workspace(directory, DirectoryLock.on(directory));
        workspace.ledger.endLeftovers();
        workspace.endPostgres();
        if (fresh) {
            workspace.empty();
        }
        workspace.createLogs();
        return workspace;
    }

    Path directory() {
        return directory;
    }

    ProcessLedger ledger() {
        return ledger;
    }

    Path postgres() {
        return directory.resolve("postgres");
    }

    Path kafka() {
        return directory.resolve("kafka");
    }

    Path stripe() {
        return directory.resolve("stripe.journal");
    }

    Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    private void empty() {
        try (var entries = Files.list(directory)) {
            entries.filter(entry -> !KEPT_WHEN_FRESH.contains(entry.getFileName().toString())).forEach(Directories::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not empty " + directory, e);
        }
    }

    private void createLogs() {
        try {
            Files.createDirectories(directory.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever still works here is ended too: a start that was interrupted halfway leaves nothing behind. */
    @Override
    public void close() {
        ledger.close();
        endPostgres();
        lock.close();
    }

    private void endPostgres() {
        LeftoverPostmaster.of(postgres()).ifPresent(LeftoverPostmaster::end);
    }
}
