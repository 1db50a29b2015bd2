package io.housemates.checkout.partner;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Previews of partners' brandings, saved ones and drafts: each has an address that nobody can guess, and a short life. */
@ApplicationScoped
public class Previews {

    static final Duration LIFE = Duration.ofHours(1);

    private static final String MAKE = """
            INSERT INTO branding_preview (id, partner_id, settings, expires_at) VALUES ($1, $2, $3::text::jsonb, $4)""";

    /** Served by the primary key. */
    private static final String FIND = """
            SELECT partner_id, settings::text AS settings FROM branding_preview WHERE id = $1 AND expires_at > $2""";

    /** A partner keeps its 20 newest. Served by branding_preview_expired and branding_preview_partner. */
    private static final String FORGET = """
            DELETE FROM branding_preview WHERE expires_at <= $2 OR id IN (
             SELECT id FROM branding_preview WHERE partner_id = $1 ORDER BY expires_at DESC OFFSET 20)""";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pool pool;
    private final Brandings brandings;
    private final CheckoutHosts hosts;
    private final Clock clock;

    Previews(Pool pool, Brandings brandings, CheckoutHosts hosts, Clock clock) {
        this.pool = pool;
        this.brandings = brandings;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** @param draft null shows what is saved, also when it changes meanwhile */
    Uni<PreviewLink> make(String partnerId, BrandingSettings draft) {
        String id = unguessable();
        Instant end = clock.instant().plus(LIFE);
        return brandings.of(partnerId)
                .chain(known -> pool.preparedQuery(MAKE).execute(Tuple.of(id, partnerId,
                        draft == null ? null : brandings.text(draft), time(end))))
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(partnerId, time(clock.instant()))))
                .chain(() -> hosts.baseOf(partnerId))
                .map(base -> new PreviewLink(base + "/preview/" + id, end));
    }

    /**
     * What the preview shows; fails like any address that is none when it is unknown or over, and on another partner's host.
     *
     * @param host the request's, as the header has it
     */
    public Uni<Branding> open(String id, String host) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id, time(clock.instant()))).map(Previews::single)
                .call(row -> hosts.require(host, row.getString("partner_id")))
                .chain(this::branding);
    }

    private Uni<Branding> branding(Row row) {
        String draft = row.getString("settings");
        String partnerId = row.getString("partner_id");
        return draft == null ? brandings.of(partnerId) : brandings.of(partnerId, brandings.settings(draft));
    }

    private static Row single(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw CommonError.NOT_FOUND.exception();
        }
        return rows.iterator().next();
    }

    private static String unguessable() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
