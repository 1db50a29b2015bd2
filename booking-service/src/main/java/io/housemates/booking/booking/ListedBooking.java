package io.housemates.booking.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** Any booking. */
@Entity
@Immutable
@Table(name = "booking")
class ListedBooking extends Listed {

    @Id
    @Column(name = "id")
    String bookingId;

    String partnerId;

    @Column(name = "room_id")
    String roomId;

    @Column(name = "period_id")
    String periodId;
}
