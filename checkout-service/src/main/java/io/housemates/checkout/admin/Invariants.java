package io.housemates.checkout.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Asks the database whether money and rooms still add up. */
@ApplicationScoped
class Invariants {

    /** What the reconciler may take to notice that a time is up. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final int SHOWN = 100;

    private final Pool pool;
    private final Clock clock;

    Invariants(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * @param count how many break it
     * @param ids the first 100 of them
     */
    record Result(int number, String name, String rule, int count, List<String> ids) {
    }

    Uni<List<Result>> check() {
        return Multi.createFrom().items(Invariant.values()).onItem().transformToUniAndConcatenate(this::check)
                .collect().asList();
    }

    private Uni<Result> check(Invariant invariant) {
        var now = clock.instant().minus(GRACE).atOffset(ZoneOffset.UTC);
        Tuple time = invariant.violations.contains("$1") ? Tuple.of(now) : Tuple.tuple();
        return pool.preparedQuery(invariant.violations).execute(time).map(rows -> result(invariant, rows));
    }

    private static Result result(Invariant invariant, RowSet<Row> rows) {
        List<String> ids = new ArrayList<>();
        for (Row row : rows) {
            ids.add(row.getString(0));
        }
        return new Result(invariant.ordinal() + 1, invariant.name().toLowerCase(Locale.ROOT), invariant.text, ids.size(),
                ids.subList(0, Math.min(SHOWN, ids.size())));
    }
}
