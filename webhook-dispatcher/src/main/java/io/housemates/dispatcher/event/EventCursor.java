package io.housemates.dispatcher.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

import io.housemates.platform.api.InvalidFieldsException;

/**
 * A place in a partner's events; partners pass it back unread.
 *
 * @param transaction that recorded the event, in PostgreSQL's 64 bit numbering
 * @param position within all events
 */
record EventCursor(long transaction, long position) {

    static final EventCursor START = new EventCursor(0, 0);

    static EventCursor parse(String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(":", 2);
            return new EventCursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw InvalidFieldsException.of("cursor", "Must be a cursor from an earlier answer.");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((transaction + ":" + position).getBytes(US_ASCII));
    }
}
