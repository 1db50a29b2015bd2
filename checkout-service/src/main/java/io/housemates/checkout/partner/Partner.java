package io.housemates.checkout.partner;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A platform that sells rooms through us. */
@Entity
class Partner {

    @Id
    String id;

    String name;

    @Column(name = "checkout_host")
    String checkoutHost;

    /** Counts changes, so that copies can tell old news from new. */
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    void changed() {
        version++;
    }
}
