package io.housemates.checkout.partner;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.api.CheckoutError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** How partners' hosted checkouts look, as they set it and the defaults fill it in. */
@ApplicationScoped
public class Brandings {

    private static final Logger LOG = Logger.getLogger(Brandings.class);

    /** Served by the primary keys. */
    private static final String OF = """
            SELECT p.name, p.branding::text AS settings, l.sha256, l.media_type
            FROM partner p LEFT JOIN partner_logo l ON l.partner_id = p.id
            WHERE p.id = $1""";

    private final Pool pool;
    private final ObjectMapper json;

    Brandings(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Fails with {@link CheckoutError#PARTNER_NOT_FOUND} for an unknown partner. */
    public Uni<Branding> of(String partnerId) {
        return pool.preparedQuery(OF).execute(Tuple.of(partnerId))
                .map(rows -> read(rows, row -> settings(row.getString("settings"))));
    }

    /** As it would be with other settings. */
    Uni<Branding> of(String partnerId, BrandingSettings draft) {
        return pool.preparedQuery(OF).execute(Tuple.of(partnerId)).map(rows -> read(rows, row -> draft));
    }

    /** Replaces what the partner had set; of two at once the later one stays. */
    Uni<Branding> put(String partnerId, BrandingSettings settings) {
        return pool.preparedQuery("UPDATE partner SET branding = $2::text::jsonb WHERE id = $1")
                .execute(Tuple.of(partnerId, text(settings)))
                .chain(() -> of(partnerId))
                .invoke(() -> LOG.infof("Branding set partner=%s", partnerId));
    }

    private Branding read(RowSet<Row> rows, Function<Row, BrandingSettings> settings) {
        if (rows.size() == 0) {
            throw CheckoutError.PARTNER_NOT_FOUND.exception();
        }
        Row row = rows.iterator().next();
        String sha256 = row.getString("sha256");
        return settings.apply(row).of(row.getString("name"),
                sha256 == null ? null : LogoType.ofMediaType(row.getString("media_type")).path(sha256));
    }

    String text(BrandingSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    BrandingSettings settings(String text) {
        try {
            return json.readValue(text, BrandingSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
