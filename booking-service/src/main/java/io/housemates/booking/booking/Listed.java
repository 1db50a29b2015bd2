package io.housemates.booking.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.annotations.Formula;

/**
 * What lists of bookings are filtered and sorted by; only for conditions, nobody reads an instance. Indexes hold all of it, see
 * V15.
 */
@MappedSuperclass
abstract class Listed {

    @Enumerated(EnumType.STRING)
    BookingStatus status;

    UUID operatorId;

    Instant createdAt;

    /** UTC, in the words of the indexes. */
    @Formula("date(timezone('UTC', created_at))")
    LocalDate createdDay;

    /** The day of arrival. */
    LocalDate startDate;
}
