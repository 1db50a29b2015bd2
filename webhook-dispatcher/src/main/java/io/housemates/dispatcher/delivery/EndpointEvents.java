package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.dispatcher.event.StoredBody;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Tells a partner about one of their endpoints, through their other endpoints and the pull API.
 *
 * <p>
 * Each change is one guarded statement, so that one of several replicas tells it once; change and event commit together.
 */
@ApplicationScoped
class EndpointEvents {

    private static final Logger LOG = Logger.getLogger(EndpointEvents.class);

    private static final String DISABLE = """
            UPDATE subscription SET enabled = false, disabled_reason = $2, disabled_at = now(), updated_at = now(),
                   version = version + 1
             WHERE id = $1 AND enabled AND deleted_at IS NULL RETURNING partner_id, url""";

    private static final String WARN = """
            UPDATE endpoint_health h SET warned = $2, disable_at = $3 FROM subscription s
             WHERE h.subscription_id = $1 AND h.warned < $2 AND h.failing_since IS NOT NULL AND s.id = h.subscription_id AND s.enabled
            RETURNING s.partner_id, s.url""";

    private final Pool pool;
    private final EventStore events;
    private final Ulids ulids;
    private final Clock clock;

    EndpointEvents(Pool pool, EventStore events, Ulids ulids, Clock clock) {
        this.pool = pool;
        this.events = events;
        this.ulids = ulids;
        this.clock = clock;
    }

    /** @param reason {@code gone} or {@code failing} */
    Uni<Void> disable(String subscriptionId, String reason) {
        return pool.withTransaction(connection -> connection.preparedQuery(DISABLE).execute(Tuple.of(subscriptionId, reason))
                .chain(rows -> tell(connection, rows, subscriptionId, EventCatalogue.ENDPOINT_DISABLED,
                        endpoint -> endpoint.put("reason", reason))));
    }

    /**
     * @param percent of the time after which it will be disabled
     * @param disabledAt when it will be, if it goes on failing
     */
    Uni<Void> warn(String subscriptionId, int percent, Instant failingSince, Instant disabledAt) {
        return pool.withTransaction(connection -> connection.preparedQuery(WARN)
                .execute(Tuple.of(subscriptionId, percent, disabledAt.atOffset(ZoneOffset.UTC)))
                .chain(rows -> tell(connection, rows, subscriptionId, EventCatalogue.ENDPOINT_FAILING, endpoint -> endpoint
                        .put("failingSince", failingSince.toString()).put("disabledAt", disabledAt.toString()))));
    }

    private Uni<Void> tell(SqlConnection connection, RowSet<Row> changed, String subscriptionId, String type,
            Consumer<ObjectNode> details) {
        if (changed.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        Row row = changed.iterator().next();
        LOG.infof("Endpoint trouble told type=%s subscription=%s", type, subscriptionId);
        ObjectNode payload = WebhookBody.JSON.createObjectNode();
        details.accept(payload.putObject("endpoint").put("id", subscriptionId).put("url", row.getString("url")));
        String id = "evt_" + ulids.next();
        Instant now = clock.instant();
        return events.publish(connection, new OutgoingEvent(id, row.getString("partner_id"), type, subscriptionId, now, null,
                StoredBody.of(WebhookBody.bytes(WebhookBody.of(type, id, now, payload)))));
    }
}
