package io.housemates.booking.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How PostgreSQL carried out what the service asked it: it writes every plan into its log. */
public final class Plans {

    private static final String EACH = "auto_explain";
    private static final Pattern SCANNED = Pattern.compile("Scan.*actual rows=([0-9.]+) loops=(\\d+)");
    private static final Pattern PASSED_OVER = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");

    private final Path log;

    private Plans(Path log) {
        this.log = log;
    }

    /** @param connection whose database is watched from now on; the service's own connections are ended and made anew */
    public static Plans watch(Connection connection) throws SQLException {
        for (String setting : List.of("session_preload_libraries = '" + EACH + "'", EACH + ".log_min_duration = 0",
                EACH + ".log_analyze = on", EACH + ".log_timing = off")) {
            execute(connection, "ALTER DATABASE booking SET " + setting);
        }
        endOthers(connection);
        try (var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            rows.next();
            return new Plans(Path.of(rows.getString(1)).resolveSibling("postgres.log"));
        }
    }

    public static void stop(Connection connection) throws SQLException {
        execute(connection, "ALTER DATABASE booking RESET ALL");
        endOthers(connection);
    }

    /** Plans of statements that read bookings, in the order in which they ended. */
    public List<String> of(Runnable work) {
        long begin = position();
        work.run();
        return since(begin);
    }

    /** Where the log ends now. */
    public long position() {
        return log.toFile().length();
    }

    /** Those that were written behind the position. */
    public List<String> since(long begin) {
        return Arrays.stream(written(begin).split("\\R(?=\\S)")).filter(entry -> entry.contains("plan:"))
                .filter(entry -> entry.contains("booking")).toList();
    }

    /** How many rows were looked at, those that were passed over among them. */
    public static long rows(List<String> plans) {
        String all = plans.stream().collect(Collectors.joining("\n"));
        double scanned = SCANNED.matcher(all).results()
                .mapToDouble(scan -> Double.parseDouble(scan.group(1)) * Long.parseLong(scan.group(2))).sum();
        return Math.round(scanned)
                + PASSED_OVER.matcher(all).results().mapToLong(over -> Long.parseLong(over.group(1))).sum();
    }

    private String written(long begin) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - begin)];
            file.seek(begin);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endOthers(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'booking' "
                + "AND pid <> pg_backend_pid()");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
