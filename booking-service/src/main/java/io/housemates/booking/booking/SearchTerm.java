package io.housemates.booking.booking;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A token under which a booking is found: only for conditions of lists, {@link SearchTerms} writes them. */
@Entity
@Immutable
@Table(name = "booking_search")
class SearchTerm {

    @EmbeddedId
    Key key;

    @Embeddable
    record Key(String term, String bookingId) {
    }
}
