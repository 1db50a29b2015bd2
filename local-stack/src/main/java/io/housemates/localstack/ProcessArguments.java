package io.housemates.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line of another process, by which it is known to be ours before it is ended. */
final class ProcessArguments {

    private ProcessArguments() {
    }

    /** Empty when the process is gone or may not be looked at. */
    static List<String> of(ProcessHandle process) {
        try {
            // ProcessHandle itself knows nothing of a command line longer than 4 KiB.
            return List.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline")).split("\0"));
        } catch (IOException noSuchFile) {
            return List.of(process.info().arguments().orElse(new String[0]));
        }
    }
}
