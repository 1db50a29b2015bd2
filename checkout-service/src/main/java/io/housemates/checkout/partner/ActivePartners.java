package io.housemates.checkout.partner;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Partners that may sell: those that hold at least one token which is not revoked. */
@ApplicationScoped
public class ActivePartners {

    /** Served by access_token_partner. */
    private static final String ACTIVE = "SELECT 1 FROM access_token WHERE partner_id = $1 AND revoked_at IS NULL LIMIT 1";

    private final Pool pool;

    ActivePartners(Pool pool) {
        this.pool = pool;
    }

    public Uni<Boolean> contain(String partnerId) {
        return pool.preparedQuery(ACTIVE).execute(Tuple.of(partnerId)).map(rows -> rows.size() == 1);
    }
}
