package io.housemates.checkout.partner;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A platform that sells rooms through us. */
@Entity
class Partner {

    @Id
    String id;

    String name;

    String checkoutHost;

    /** Counts changes, so that copies can tell old news from new. */
    long version;

    Instant createdAt;

    void changed() {
        version++;
    }
}
