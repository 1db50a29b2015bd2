package io.housemates.dispatcher.subscription;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.platform.api.CommonError;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tells other features whether a subscription is the partner's own. */
@ApplicationScoped
public class OwnSubscriptions {

    private static final String EXISTS = "SELECT enabled FROM subscription WHERE id = $1 AND partner_id = $2 AND deleted_at IS NULL";

    private final Pool pool;

    OwnSubscriptions(@ReactiveDataSource(ApiDatabase.NAME) Pool pool) {
        this.pool = pool;
    }

    /** Whether it is enabled; fails with 404 when the partner has no such subscription. */
    public Uni<Boolean> require(String partnerId, String id) {
        return pool.preparedQuery(EXISTS).execute(Tuple.of(id, partnerId)).map(rows -> {
            if (rows.size() == 0) {
                throw CommonError.NOT_FOUND.exception();
            }
            return rows.iterator().next().getBoolean(0);
        });
    }
}
