package io.housemates.platform.outbox;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event waiting to leave; written with the change it tells of, deleted by {@link OutboxRelay} once Kafka has it. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    @Column(name = "event_id")
    String eventId;

    /** Names the topic. */
    @Column(name = "aggregatetype")
    String aggregateType;

    /** Keys the record: events of one aggregate leave in order. */
    @Column(name = "aggregateid")
    String aggregateId;

    String type;

    /** Null in a tombstone. */
    String payload;

    String traceparent;

    @Column(name = "created_at")
    Instant createdAt;
}
