package io.housemates.checkout.partner;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An access token that a partner was given; only its hash is kept. */
@Entity
@Table(name = "access_token")
class IssuedToken {

    @Id
    String id;

    String partnerId;

    String name;

    String sha256;

    Instant createdAt;

    Instant revokedAt;

    void revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
    }
}
