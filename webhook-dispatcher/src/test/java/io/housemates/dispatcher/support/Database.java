package io.housemates.dispatcher.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.mutiny.sqlclient.Pool;

/** What a test looks up in, or does to, the dispatcher's tables. */
@ApplicationScoped
public class Database {

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** The first column of all rows, as text. */
    public List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(60))
                .forEach(row -> values.add(String.valueOf(row.getValue(0))));
        return values;
    }

    public String value(String sql) {
        return column(sql).stream().findFirst().orElse("");
    }

    public void run(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(120));
    }
}
