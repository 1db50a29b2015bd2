package io.housemates.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.booking.booking.Booking;
import io.housemates.booking.booking.PersonalData;
import io.housemates.platform.event.CloudEvent;
import io.smallrye.mutiny.Uni;

/** Makes bookings of completed checkouts: details that come sealed stay so, what comes in clear is sealed here. */
@ApplicationScoped
class NewBookings {

    private final PersonalData personal;
    private final ObjectMapper json;

    NewBookings(PersonalData personal, ObjectMapper json) {
        this.personal = personal;
        this.json = json;
    }

    /** Fails while the key of the details has not arrived. */
    Uni<Booking> of(CloudEvent event) {
        var completed = event.dataAs(CheckoutCompleted.class, json);
        return completed.isInClear()
                ? personal.seal(completed.details(), completed.bookingId())
                        .map(sealed -> completed.toBooking(sealed, completed.details()))
                : personal.open(completed.personalData())
                        .map(details -> completed.toBooking(completed.personalData(), details));
    }
}
