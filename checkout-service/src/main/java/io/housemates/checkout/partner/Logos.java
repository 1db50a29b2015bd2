package io.housemates.checkout.partner;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.checkout.api.CheckoutError;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The partners' logos, at most one each. */
@ApplicationScoped
class Logos {

    private static final Logger LOG = Logger.getLogger(Logos.class);

    private static final String PUT = """
            INSERT INTO partner_logo (partner_id, sha256, media_type, bytes)
            SELECT id, $2, $3, $4 FROM partner WHERE id = $1
            ON CONFLICT (partner_id) DO UPDATE
               SET sha256 = excluded.sha256, media_type = excluded.media_type, bytes = excluded.bytes""";

    /** Served by index partner_logo_sha256; several partners may have the same picture. */
    private static final String FIND = "SELECT bytes FROM partner_logo WHERE sha256 = $1 AND media_type = $2 LIMIT 1";

    private final Pool pool;

    Logos(Pool pool) {
        this.pool = pool;
    }

    /** Fails with {@link CheckoutError#PARTNER_NOT_FOUND} for an unknown partner. */
    Uni<Void> put(String partnerId, LogoFile logo) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(partnerId, logo.sha256(), logo.type().mediaType(), Buffer.buffer(logo.bytes())))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw CheckoutError.PARTNER_NOT_FOUND.exception();
                    }
                    LOG.infof("Logo set partner=%s sha256=%s", partnerId, logo.sha256());
                })
                .replaceWithVoid();
    }

    /** As often as asked. */
    Uni<Void> remove(String partnerId) {
        return pool.preparedQuery("DELETE FROM partner_logo WHERE partner_id = $1").execute(Tuple.of(partnerId))
                .invoke(() -> LOG.infof("Logo removed partner=%s", partnerId))
                .replaceWithVoid();
    }

    Uni<Optional<byte[]>> find(LogoType type, String sha256) {
        return pool.preparedQuery(FIND).execute(Tuple.of(sha256, type.mediaType())).map(rows -> {
            for (Row row : rows) {
                return Optional.of(row.getBuffer(0).getBytes());
            }
            return Optional.empty();
        });
    }
}
