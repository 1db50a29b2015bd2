package io.housemates.checkout.partner;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** The host names under which partners' hosted checkouts live. */
@ApplicationScoped
public class CheckoutHosts {

    /** Served by the unique index on partner.checkout_host. */
    private static final String OTHERS = "SELECT 1 FROM partner WHERE checkout_host = $1 AND id <> $2";

    private final Pool pool;
    private final URI publicUrl;

    CheckoutHosts(Pool pool, @ConfigProperty(name = "housemates.checkout.public-url") URI publicUrl) {
        this.pool = pool;
        this.publicUrl = publicUrl;
    }

    /** Empty for a partner that uses the default one. */
    public Uni<Optional<String>> of(String partnerId) {
        return pool.preparedQuery("SELECT checkout_host FROM partner WHERE id = $1").execute(Tuple.of(partnerId))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString(0)));
    }

    /** Where this partner's hosted pages are, without a slash at the end. */
    public Uni<String> baseOf(String partnerId) {
        return of(partnerId).map(host -> host.map(name -> "https://" + name).orElse(publicUrl.toString()));
    }

    /**
     * Whether a request for that host may see this partner's sessions: a partner's own host shows nobody else's, every other
     * host shows all.
     *
     * @param host the request's, as the header has it
     */
    public Uni<Boolean> shows(String host, String partnerId) {
        return pool.preparedQuery(OTHERS).execute(Tuple.of(HostName.ofHeader(host), partnerId)).map(rows -> rows.size() == 0);
    }

    /** Fails as for an unknown address where the host does not show this partner's pages. */
    public Uni<Void> require(String host, String partnerId) {
        return shows(host, partnerId).invoke(shown -> {
            if (!shown) {
                throw CommonError.NOT_FOUND.exception();
            }
        }).replaceWithVoid();
    }

    /** The default one. */
    String publicHost() {
        return publicUrl.getHost();
    }
}
