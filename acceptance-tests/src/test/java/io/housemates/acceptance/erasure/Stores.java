package io.housemates.acceptance.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;

import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.SharedStack;

/** Everything the running system keeps, as bytes on disk and behind what PostgreSQL and Kafka may compress. */
final class Stores {

    private static final String TABLES = """
            SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'""";

    private Stores() {
    }

    /** Of the three services, the dashboard, PostgreSQL, Kafka and Stripe's stand-in: nobody keeps anything elsewhere. */
    static Path directory() {
        return SharedStack.directory();
    }

    /** What is in memory only is on disk afterwards. */
    static void flush() {
        Database.CHECKOUT.update("CHECKPOINT");
        Database.CHECKOUT.update("SELECT pg_switch_wal()");
    }

    /** Found in any row of any table, as the database reads it: long values are compressed on disk. */
    static List<String> rowsWith(Search search) {
        List<String> found = new ArrayList<>();
        for (Database database : Database.OF_SERVICES) {
            for (String table : database.column(TABLES)) {
                database.column("SELECT t::text FROM " + table + " t").forEach(row -> search.in(row.getBytes(UTF_8))
                        .forEach(text -> found.add(database + " " + table + ": " + text)));
            }
        }
        return found;
    }

    /** Found in any record of any segment, after decompression. */
    static List<String> recordsWith(Search search) {
        List<String> found = new ArrayList<>();
        for (Path segment : segments()) {
            try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
                for (Record record : records.records()) {
                    for (byte[] part : new byte[][] { bytes(record.key()), bytes(record.value()), headers(record) }) {
                        search.in(part).forEach(text -> found.add(segment.getParent().getFileName() + ": " + text));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<Path> segments() {
        try (var files = Files.walk(directory().resolve("kafka"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] headers(Record record) {
        var all = new StringBuilder();
        for (var header : record.headers()) {
            all.append(header.key()).append('=').append(header.value() == null ? "" : new String(header.value(), UTF_8))
                    .append('\n');
        }
        return all.toString().getBytes(UTF_8);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return new byte[0];
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
