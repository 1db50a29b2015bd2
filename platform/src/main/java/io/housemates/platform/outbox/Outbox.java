package io.housemates.platform.outbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.Ulids;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The way out of a service: events appended here commit with the caller's change and leave for Kafka afterwards. */
@ApplicationScoped
public class Outbox {

    private final ObjectMapper json;
    private final Ulids ulids;
    private final Clock clock;
    private final OutboxRelay relay;

    Outbox(ObjectMapper json, Ulids ulids, Clock clock, OutboxRelay relay) {
        this.json = json;
        this.ulids = ulids;
        this.clock = clock;
        this.relay = relay;
    }

    /** Runs the work in one transaction and, once it has committed, wakes the relay. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(relay::wake);
    }

    /**
     * Appends an event in the caller's transaction.
     *
     * @param topic for example {@code checkouts}
     * @param aggregateId the record's key; events with the same key keep their order
     * @param type for example {@code checkout.completed}
     * @param data written as the JSON value
     */
    public Uni<Void> append(String topic, String aggregateId, String type, Object data) {
        return append(topic, aggregateId, type, write(data));
    }

    /** Appends a record without value: compaction of the topic removes what was told of that key before. */
    public Uni<Void> appendTombstone(String topic, String aggregateId, String type) {
        return append(topic, aggregateId, type, (String) null);
    }

    private Uni<Void> append(String topic, String aggregateId, String type, String payload) {
        var row = new OutboxRow();
        row.eventId = "evt_" + ulids.next();
        row.aggregateType = topic;
        row.aggregateId = aggregateId;
        row.type = type;
        row.payload = payload;
        row.traceparent = traceparent();
        row.createdAt = clock.instant();
        return Panache.getSession().chain(session -> session.persist(row));
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String traceparent() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get("traceparent");
    }
}
