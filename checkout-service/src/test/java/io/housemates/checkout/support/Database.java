package io.housemates.checkout.support;

import java.time.Duration;

import jakarta.enterprise.inject.spi.CDI;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** What the service has written down, where no API tells it. */
public final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Database() {
    }

    /** The first column of the first row, null where there is none. */
    public static String text(String sql, Object... values) {
        var rows = run(sql, values);
        return rows.size() == 0 ? null : rows.iterator().next().getString(0);
    }

    public static long count(String sql, Object... values) {
        return run(sql, values).iterator().next().getLong(0);
    }

    public static RowSet<Row> run(String sql, Object... values) {
        return CDI.current().select(Pool.class).get().preparedQuery(sql).execute(Tuple.from(values)).await().atMost(PATIENCE);
    }
}
