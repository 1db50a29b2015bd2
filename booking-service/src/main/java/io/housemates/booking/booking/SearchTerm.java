package io.housemates.booking.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/**
 * A booking under a token by which it is found; {@link SearchTerms} writes the terms, the database what lists need of the
 * booking, see V17.
 */
@Entity
@Immutable
@Table(name = "booking_search")
@IdClass(SearchTerm.Key.class)
class SearchTerm extends Listed {

    @Id
    String term;

    @Id
    String bookingId;

    record Key(String term, String bookingId) {
    }
}
