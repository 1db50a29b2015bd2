package io.housemates.platform.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** This service's copy of the partners' valid tokens, shared by its replicas through the database. */
@ApplicationScoped
@IfBuildProperty(name = "housemates.partners.replica", stringValue = "true")
class PartnerReplica implements PartnerCredentials {

    /** Served by the primary key of partner_token. */
    private static final String ACCEPTS = "SELECT 1 FROM partner_token WHERE sha256 = $1 AND partner_id = $2";

    private static final String PUT = """
            WITH newer AS (
                INSERT INTO partner_copy (partner_id, version) VALUES (?1, ?2)
                ON CONFLICT (partner_id) DO UPDATE SET version = excluded.version
                  WHERE partner_copy.version < excluded.version
                RETURNING partner_id),
            revoked AS (
                DELETE FROM partner_token t USING newer
                 WHERE t.partner_id = newer.partner_id AND t.sha256 <> ALL(string_to_array(?3, ',')))
            INSERT INTO partner_token (sha256, partner_id)
            SELECT token, newer.partner_id FROM newer, unnest(string_to_array(?3, ',')) AS token
            ON CONFLICT (sha256) DO NOTHING""";

    /** Of a service that has connections apart for what partners ask for: whoever comes without a token asks, too. */
    private static final String API = "api";

    private final Pool pool;

    PartnerReplica(Pool pool, @Any Instance<Pool> all) {
        Instance<Pool> ofTheApi = all.select(new ReactiveDataSource.ReactiveDataSourceLiteral(API));
        this.pool = ofTheApi.isResolvable() ? ofTheApi.get() : pool;
    }

    @Override
    public Uni<Boolean> accepts(String partnerId, AccessToken token) {
        return pool.preparedQuery(ACCEPTS).execute(Tuple.of(token.sha256(), partnerId)).map(rows -> rows.size() == 1);
    }

    /** Replaces the partner's tokens unless what is stored is as new. */
    Uni<Void> put(PartnerChanged partner) {
        String tokens = String.join(",", partner.accessTokens().stream().map(PartnerChanged.Token::sha256).toList());
        return Panache.getSession().chain(session -> session.createNativeQuery(PUT)
                .setParameter(1, partner.partnerId())
                .setParameter(2, partner.version())
                .setParameter(3, tokens)
                .executeUpdate())
                .replaceWithVoid();
    }
}
