package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Confidential;
import io.housemates.acceptance.support.Faults;
import io.housemates.acceptance.support.LogLine;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.SharedStack;
import io.housemates.acceptance.support.Student;

/** Reads what the services logged while all the other tests ran. */
@AcceptanceTest
@Order(Integer.MAX_VALUE)
class LogsIT {

    @Test
    void keepsPersonalDataAndSecretsOut() {
        bookOnce();
        assertThat(Confidential.texts()).as("what must not be there").hasSizeGreaterThan(10);
        assertThat(linesWhere(line -> Confidential.texts().stream().anyMatch(line.text()::contains))).isEmpty();
    }

    @Test
    void neverBlocksAnEventLoop() {
        assertThat(linesWhere(line -> line.text().contains("BlockedThreadChecker")
                || line.text().contains("has been blocked for"))).isEmpty();
    }

    @Test
    void hasNoErrorsBesidesThoseOfInjectedFaults() {
        assertThat(linesWhere(line -> line.isError() && !Faults.explain(line.time()))).isEmpty();
    }

    /** So that this class says something when it is run alone. */
    private static void bookOnce() {
        try (var receiver = Receiver.up()) {
            var partner = Partner.create();
            partner.subscribe(receiver);
            receiver.awaitBooking(partner.books(Room.create(), Student.sample()));
        }
    }

    private static List<String> linesWhere(Predicate<LogLine> wanted) {
        return logs().flatMap(LogLine::of).filter(wanted).map(LogLine::toString).toList();
    }

    /** Those of the three services and their replicas; what PostgreSQL writes is its own. */
    private static Stream<Path> logs() {
        try (var files = Files.list(SharedStack.directory().resolve("logs"))) {
            return files.filter(file -> file.getFileName().toString().matches("(checkout|booking|dispatcher).*\\.log"))
                    .toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
