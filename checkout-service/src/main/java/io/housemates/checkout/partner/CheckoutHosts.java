package io.housemates.checkout.partner;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** The host names under which partners' hosted checkouts live. */
@ApplicationScoped
public class CheckoutHosts {

    private final Pool pool;

    CheckoutHosts(Pool pool) {
        this.pool = pool;
    }

    /** Empty for a partner that uses the default one. */
    public Uni<Optional<String>> of(String partnerId) {
        return pool.preparedQuery("SELECT checkout_host FROM partner WHERE id = $1").execute(Tuple.of(partnerId))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString(0)));
    }
}
