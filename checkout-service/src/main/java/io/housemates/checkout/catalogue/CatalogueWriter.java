package io.housemates.checkout.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;

/**
 * Writes the rows of a catalogue document, many with one round trip; called from a worker thread.
 *
 * The database takes or refuses a batch as a whole. One that it refuses is written again row by row, so that only the rows at
 * fault are left out and the report can name them.
 */
@ApplicationScoped
class CatalogueWriter {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int BATCH = 500;

    private final Pool pool;

    CatalogueWriter(Pool pool) {
        this.pool = pool;
    }

    /** Gives the rows that were taken. */
    List<CatalogueRow> write(CatalogueTable table, List<CatalogueRow> rows, ImportReport report) {
        List<CatalogueRow> taken = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<CatalogueRow> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            taken.addAll(writeBatch(table, batch, report));
        }
        return taken;
    }

    private List<CatalogueRow> writeBatch(CatalogueTable table, List<CatalogueRow> rows, ImportReport report) {
        List<CatalogueRow> taken = new ArrayList<>();
        try {
            RowSet<Row> result = pool.preparedQuery(table.sql())
                    .executeBatch(rows.stream().map(CatalogueRow::values).toList()).await().atMost(TIMEOUT);
            for (CatalogueRow row : rows) {
                judge(table, row, result.rowCount(), taken, report);
                result = result.next();
            }
        } catch (PgException e) {
            table.reason(e);
            rows.forEach(row -> writeAlone(table, row, taken, report));
        }
        return taken;
    }

    private void writeAlone(CatalogueTable table, CatalogueRow row, List<CatalogueRow> taken, ImportReport report) {
        try {
            judge(table, row, pool.preparedQuery(table.sql()).execute(row.values()).await().atMost(TIMEOUT).rowCount(), taken,
                    report);
        } catch (PgException e) {
            report.refuse(row.path(), row.id(), table.reason(e));
        }
    }

    private static void judge(CatalogueTable table, CatalogueRow row, int written, List<CatalogueRow> taken,
            ImportReport report) {
        if (written == 0) {
            report.refuse(row.path(), row.id(), table.reasonForNothing());
        } else {
            report.accept(table.kind());
            taken.add(row);
        }
    }
}
