package io.housemates.dispatcher.subscription;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One signing secret of a subscription, sealed; the one without an end signs until it is rotated. */
@Entity
@Table(name = "subscription_secret")
class SubscriptionSecret {

    @Id
    String id;

    @Column(name = "subscription_id")
    String subscriptionId;

    byte[] sealed;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
