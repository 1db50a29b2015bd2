package io.housemates.checkout.session;

import java.time.Instant;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.checkout.details.Requirements;

/**
 * A session as its partner sees it.
 *
 * @param state open, details_saved, needs_attention, completed, expired or cancelled
 * @param expiresAt ISO 8601
 * @param amount major units as text, what is charged at checkout
 * @param bookingId null until the session is completed
 */
record SessionView(@JsonProperty("session_id") String sessionId, String state, @JsonProperty("expires_at") Instant expiresAt,
        String amount, String currency, @JsonProperty("booking_id") @Schema(nullable = true) String bookingId,
        Requirements requirements) {

    static SessionView of(CheckoutSession session, Requirements requirements) {
        return new SessionView(session.id, session.state.name().toLowerCase(Locale.ROOT), session.expiresAt,
                session.money().text(), session.currency, session.bookingId, requirements);
    }
}
