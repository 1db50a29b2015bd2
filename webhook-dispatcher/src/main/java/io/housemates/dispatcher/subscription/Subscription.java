package io.housemates.dispatcher.subscription;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Where a partner wants which events; disabled and deleted ones stay for as long as deliveries of the past refer to them. */
@Entity
@Table(name = "subscription")
class Subscription {

    @Id
    String id;

    /** Tells instances that hold an older copy to load it again. */
    @Version
    int version;

    @Column(name = "partner_id")
    String partnerId;

    String url;

    String[] events;

    String description;

    /** {@code v1} or {@code v1a}. */
    String signing;

    @Column(name = "access_token")
    byte[] sealedAccessToken;

    @Column(name = "headers")
    byte[] sealedHeaders;

    boolean enabled;

    @Column(name = "disabled_reason")
    String disabledReason;

    @Column(name = "disabled_at")
    Instant disabledAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    /** A change like any other: the other replicas learn of it by its time. What is secret is of no more use. */
    void delete(Instant now) {
        deletedAt = now;
        updatedAt = now;
        sealedAccessToken = null;
        sealedHeaders = null;
    }

    void enable() {
        enabled = true;
        disabledReason = null;
        disabledAt = null;
    }

    void disable(String reason, Instant now) {
        if (enabled) {
            enabled = false;
            disabledReason = reason;
            disabledAt = now;
        }
    }
}
