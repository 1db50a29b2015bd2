package io.housemates.booking.booking;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.Sealed;
import io.housemates.platform.privacy.UnknownKeyException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/** Opens what bookings know about people, for the moment in which somebody reads it. */
@ApplicationScoped
public class PersonalData {

    private static final Logger LOG = Logger.getLogger(PersonalData.class);

    private final DataKeys keys;
    private final ObjectMapper json;
    private final Counter withheld;

    PersonalData(DataKeys keys, ObjectMapper json, MeterRegistry metrics) {
        this.keys = keys;
        this.json = json;
        withheld = metrics.counter("bookings_shown_without_details");
    }

    /** Seals details that came in clear, as they did before events were sealed. */
    public Uni<Sealed> seal(Details details, String bookingId) {
        return keys.obtain(bookingId).map(key -> Sealed.of(bytes(details), key));
    }

    /** Null where the key is destroyed; fails with {@link UnknownKeyException} where it has not arrived yet. */
    public Uni<Details> open(Sealed sealed) {
        return keys.find(List.of(sealed.keyId())).map(ring -> details(ring.open(sealed)));
    }

    /** Destroys the key for every service, in the caller's transaction. */
    Uni<Void> destroy(Booking booking) {
        return booking.keyId() == null ? Uni.createFrom().voidItem() : keys.destroy(booking.keyId());
    }

    /** The same bookings, their details shown where they are not erased; one that cannot be opened keeps no other away. */
    Uni<List<Booking>> show(List<Booking> bookings) {
        return keysOf(bookings).invoke(ring -> bookings.forEach(booking -> {
            try {
                show(booking, ring);
            } catch (UnknownKeyException | IllegalStateException e) {
                withheld.increment();
                LOG.errorf("Booking shown without details booking=%s reason=\"%s\"", booking.id(), e.getMessage());
            }
        })).replaceWith(bookings);
    }

    Uni<Booking> show(Booking booking) {
        return show(List.of(booking)).replaceWith(booking);
    }

    /** The same, but fails where the details cannot be opened. */
    Uni<Booking> showWhole(Booking booking) {
        return keysOf(List.of(booking)).invoke(ring -> show(booking, ring)).replaceWith(booking);
    }

    private Uni<KeyRing> keysOf(List<Booking> bookings) {
        return keys.find(bookings.stream().map(Booking::sealedDetails).filter(Objects::nonNull).map(Sealed::keyId).toList());
    }

    private void show(Booking booking, KeyRing ring) {
        Details opened = details(ring.open(booking.sealedDetails()));
        booking.show(opened == null ? Details.ERASED : opened);
    }

    private Details details(byte[] opened) {
        try {
            return opened == null ? null : json.readValue(opened, Details.class);
        } catch (IOException notWrittenHere) {
            throw new IllegalStateException("details that were opened cannot be read");
        }
    }

    private byte[] bytes(Details details) {
        try {
            return json.writeValueAsBytes(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
