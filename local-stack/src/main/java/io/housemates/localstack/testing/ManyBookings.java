package io.housemates.localstack.testing;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills booking-service's database with as many bookings as years of business make, in less than a minute: PostgreSQL makes
 * them itself, of one real booking, whose sealed details they share.
 *
 * They come from the last three years, half of them are the sample's partner's, a twentieth is cancelled, and students arrive
 * one to ten months after they booked. Every hundredth is found under the sample's e-mail and names.
 */
public final class ManyBookings {

    /** What differs from the sample, by column. */
    private static final Map<String, String> MADE = Map.ofEntries(
            entry("id", "pg_temp.ulid(ms, 'booking ' || n)"),
            entry("session_id", "pg_temp.ulid(ms, 'session ' || n)"),
            entry("partner_id", "CASE WHEN chance / 7 % 2 = 0 THEN sample.partner_id ELSE 'partner ' || chance / 7 % 19 END"),
            entry("created_at", "at"),
            entry("start_date", "arrival"),
            entry("end_date", "arrival + 300"),
            entry("operator_id", "md5('operator ' || chance / 3 % 50)::uuid"),
            entry("room_id", "'room ' || chance / 3 % 5000"),
            entry("period_id", "'period ' || chance / 3 % 20000"),
            entry("status", "CASE WHEN gone THEN 'CANCELLED' ELSE 'CONFIRMED' END"),
            entry("cancelled_at", "CASE WHEN gone THEN at + interval '3 days' END"),
            entry("cancellation_reason", "CASE WHEN gone THEN 'STUDENT' END"));

    private ManyBookings() {
    }

    /** @param sampleId a booking that is there */
    public static void like(Connection booking, String sampleId, int count) throws SQLException {
        String script = script().replace(":values", values(booking)).replace(":sample", "'" + sampleId + "'")
                .replace(":count", Integer.toString(count));
        for (String statement : script.split(";\\R")) {
            try (var sql = booking.createStatement()) {
                sql.execute(statement);
            }
        }
    }

    /** Whatever columns there are, in their order. */
    private static String values(Connection booking) throws SQLException {
        try (var sql = booking.createStatement(); var rows = sql.executeQuery("SELECT * FROM booking LIMIT 0")) {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                String name = rows.getMetaData().getColumnName(column);
                values.add(MADE.getOrDefault(name, "sample." + name) + " AS " + name);
            }
            return String.join(", ", values);
        }
    }

    /** Takes them away again. */
    public static void forget(Connection booking) throws SQLException {
        try (var sql = booking.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            sql.execute("DELETE FROM booking_search WHERE booking_id IN (SELECT id FROM made_booking)");
            sql.execute("DELETE FROM booking_history WHERE booking_id IN (SELECT id FROM made_booking)");
            sql.execute("DELETE FROM booking WHERE id IN (SELECT id FROM made_booking)");
            sql.execute("DROP TABLE made_booking");
            sql.execute("SET session_replication_role = DEFAULT");
        }
    }

    private static String script() {
        try (InputStream file = ManyBookings.class.getResourceAsStream("/testing/many-bookings.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
