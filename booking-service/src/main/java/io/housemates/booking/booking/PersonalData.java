package io.housemates.booking.booking;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.Sealed;
import io.housemates.platform.privacy.UnknownKeyException;
import io.smallrye.mutiny.Uni;

/** Opens what bookings know about people, for the moment in which somebody reads it. */
@ApplicationScoped
public class PersonalData {

    private final DataKeys keys;
    private final ObjectMapper json;

    PersonalData(DataKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
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

    /** The same bookings, their details shown where they are not erased. */
    Uni<List<Booking>> show(List<Booking> bookings) {
        var ids = bookings.stream().map(Booking::sealedDetails).filter(Objects::nonNull).map(Sealed::keyId).toList();
        return keys.find(ids).invoke(ring -> bookings.forEach(booking -> show(booking, ring))).replaceWith(bookings);
    }

    Uni<Booking> show(Booking booking) {
        return show(List.of(booking)).replaceWith(booking);
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
