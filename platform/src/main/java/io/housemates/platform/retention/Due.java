package io.housemates.platform.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * What is due.
 *
 * @param oldest when the oldest of it ended, null when nothing is due
 */
public record Due(long count, Instant oldest) {

    /** @param rows the one row of a statement that counts, and finds the least time */
    public static Due of(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        OffsetDateTime oldest = row.getOffsetDateTime(1);
        return new Due(row.getLong(0), oldest == null ? null : oldest.toInstant());
    }

    /** The same of one that finds the least day. */
    public static Due byDay(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        LocalDate oldest = row.getLocalDate(1);
        return new Due(row.getLong(0), oldest == null ? null : oldest.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
