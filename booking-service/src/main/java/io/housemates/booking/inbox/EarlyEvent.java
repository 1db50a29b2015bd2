package io.housemates.booking.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event about a booking that is not here yet; its data is about money only. */
@Entity
@Table(name = "early_event")
class EarlyEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;
    String bookingId;
    String type;
    String data;
}
