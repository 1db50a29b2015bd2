package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.event.StoredBody;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.UnknownKeyException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

/** Opens what was claimed. */
@ApplicationScoped
class ClaimedRows {

    private static final Logger LOG = Logger.getLogger(ClaimedRows.class);

    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final DataKeys keys;

    ClaimedRows(DataKeys keys) {
        this.keys = keys;
    }

    /** @param leaseEnds on {@link System#nanoTime}'s clock */
    Uni<List<Delivery>> open(List<Row> rows, long leaseEnds) {
        List<String> keyIds = rows.stream().map(row -> row.getString("key_id")).filter(Objects::nonNull).distinct().toList();
        return keys.find(keyIds).map(ring -> {
            List<Delivery> deliveries = new ArrayList<>(rows.size());
            rows.forEach(row -> opened(row, ring).ifPresent(content -> deliveries.add(delivery(row, content, leaseEnds))));
            return deliveries;
        });
    }

    /** What cannot be opened now is claimed again when its lease is over; the others are not held up. */
    private static Optional<OpenedBody> opened(Row row, KeyRing ring) {
        try {
            StoredBody stored = StoredBody.of(row);
            return Optional.of(OpenedBody.of(stored.clear(), stored.personal(), ring));
        } catch (UnknownKeyException | IllegalStateException e) {
            LOG.errorf("Delivery cannot be opened delivery=%s reason=\"%s\"", row.getString("id"), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * What is sent for the first time long after its event is sent again, or was held until then: how long it takes counts from
     * when it became due.
     */
    private static Instant countedFrom(Row row) {
        Instant created = row.getOffsetDateTime("created_at").toInstant();
        Instant due = row.getOffsetDateTime("due_at").toInstant();
        boolean first = row.getInteger("attempts").equals(row.getInteger("round_start"));
        return first && due.minus(LONG_AGO).isAfter(created) ? due : created;
    }

    private static Delivery delivery(Row row, OpenedBody content, long leaseEnds) {
        return new Delivery(row.getString("id"), row.getLong("lease"), leaseEnds, row.getString("subscription_id"),
                row.getInteger("version"), row.getString("event_id"), row.getString("event_type"),
                countedFrom(row), row.getString("traceparent"),
                content, row.getInteger("attempts"), row.getInteger("round_start"));
    }
}
