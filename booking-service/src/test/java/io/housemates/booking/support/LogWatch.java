package io.housemates.booking.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads every log line of every test: none may hold a person's data or a secret, none may report a blocked event loop. */
public final class LogWatch extends Handler implements BeforeEachCallback, AfterEachCallback {

    /** From the contracts' examples, which all tests start from, and the prefix of the test partners' tokens. */
    private static final List<String> PRIVATE = List.of("zoe@example.com", "maeve@example.com", "Zo\u00eb", "O\u2019Neill",
            "12 Example Street", "1 Oak Road", "+447400", "hm_test_");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        lines.clear();
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Logger.getLogger("").removeHandler(this);
        assertThat(lines).noneMatch(line -> PRIVATE.stream().anyMatch(line::contains));
        assertThat(lines).noneMatch(line -> line.startsWith("io.vertx.core.impl.BlockedThreadChecker"));
    }

    @Override
    public void publish(LogRecord line) {
        String message = line instanceof ExtLogRecord extended ? extended.getFormattedMessage() : line.getMessage();
        lines.add(line.getLoggerName() + " " + message + " " + (line.getThrown() == null ? "" : line.getThrown()));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
