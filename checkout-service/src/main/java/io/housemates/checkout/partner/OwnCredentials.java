package io.housemates.checkout.partner;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.partner.AccessToken;
import io.housemates.platform.partner.PartnerCredentials;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Credentials as their owner knows them: a revocation counts from its commit. */
@ApplicationScoped
class OwnCredentials implements PartnerCredentials {

    /** Served by the unique index on access_token.sha256. */
    private static final String ACCEPTS = "SELECT 1 FROM access_token WHERE sha256 = $1 AND partner_id = $2 "
            + "AND revoked_at IS NULL";

    private final Pool pool;

    OwnCredentials(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> accepts(String partnerId, AccessToken token) {
        return pool.preparedQuery(ACCEPTS).execute(Tuple.of(token.sha256(), partnerId)).map(rows -> rows.size() == 1);
    }
}
