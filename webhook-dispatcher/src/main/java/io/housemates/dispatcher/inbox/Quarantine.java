package io.housemates.dispatcher.inbox;

import java.time.Instant;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.dispatcher.delivery.EventStore;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.dispatcher.event.StoredBody;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Events that do not fit the catalogue's schema: kept until somebody decides that they may leave as they are. */
@ApplicationScoped
class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    private static final String LIST = """
            SELECT event_id, partner_id, type, reason, created_at, recorded_at FROM quarantine
             ORDER BY recorded_at DESC, event_id LIMIT $1 OFFSET $2""";
    private static final String COUNT = "SELECT count(*) FROM quarantine";
    private static final String TAKE = "DELETE FROM quarantine WHERE event_id = $1 RETURNING *";

    private final Pool pool;
    private final EventStore events;
    private final MeterRegistry metrics;

    Quarantine(Pool pool, EventStore events, MeterRegistry metrics) {
        this.pool = pool;
        this.events = events;
        this.metrics = metrics;
    }

    /**
     * One event as the operator sees it; its body holds personal data and stays where it is.
     *
     * @param reason where in the body which rule of the schema is broken
     */
    record Item(@JsonProperty("event_id") String eventId, @JsonProperty("partner_id") String partnerId, String type,
            String reason,
            @JsonProperty("created_at") Instant createdAt, @JsonProperty("recorded_at") Instant recordedAt) {
    }

    void counted(OutgoingEvent event, String reason) {
        LOG.warnf("Event quarantined event=%s type=%s reason=\"%s\"", event.id(), event.type(), reason);
        metrics.counter("webhook_quarantined", "type", event.type()).increment();
    }

    Uni<Page<Item>> list(PageRequest page, String address) {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> pool.preparedQuery(LIST).execute(Tuple.of(page.perPage(), page.offset()))
                        .map(rows -> Page.of(StreamSupport.stream(rows.spliterator(), false).map(Quarantine::item).toList(),
                                total, page, address)));
    }

    private static Item item(Row row) {
        return new Item(row.getString("event_id"), row.getString("partner_id"), row.getString("type"), row.getString("reason"),
                row.getOffsetDateTime("created_at").toInstant(), row.getOffsetDateTime("recorded_at").toInstant());
    }

    /** Lets it leave as it is: recorded and delivered like any other. */
    Uni<String> release(String eventId) {
        return pool.withTransaction(connection -> connection.preparedQuery(TAKE).execute(Tuple.of(eventId)).chain(rows -> {
            if (rows.size() == 0) {
                throw CommonError.NOT_FOUND.exception();
            }
            LOG.infof("Event released event=%s", eventId);
            return events.publish(connection, event(rows.iterator().next()));
        })).replaceWith(eventId);
    }

    private static OutgoingEvent event(Row row) {
        return new OutgoingEvent(row.getString("event_id"), row.getString("partner_id"), row.getString("type"),
                row.getString("order_key"), row.getOffsetDateTime("created_at").toInstant(), row.getString("traceparent"),
                StoredBody.of(row));
    }
}
