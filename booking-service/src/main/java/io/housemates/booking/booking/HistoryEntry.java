package io.housemates.booking.booking;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.platform.Money;

/** One line of a booking's audit trail, written with the change it tells of. */
@Entity
@Table(name = "booking_history")
class HistoryEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long position;

    private String bookingId;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Change what;

    @Enumerated(EnumType.STRING)
    private Actor actor;

    @Enumerated(EnumType.STRING)
    private CancellationReason reason;
    private Long amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private DisputeState disputeState;

    protected HistoryEntry() {
    }

    static HistoryEntry confirmed(Booking booking) {
        return new HistoryEntry(booking, Change.CONFIRMED, booking.createdAt(), Actor.CHECKOUT);
    }

    static HistoryEntry guarantorConfirmed(Booking booking, Instant at, Actor actor) {
        return new HistoryEntry(booking, Change.GUARANTOR_CONFIRMED, at, actor);
    }

    static HistoryEntry cancelled(Booking booking, Actor actor) {
        var entry = new HistoryEntry(booking, Change.CANCELLED, booking.cancellation().at(), actor);
        entry.reason = booking.cancellation().reason();
        return entry;
    }

    static HistoryEntry erased(Booking booking, Actor actor) {
        return new HistoryEntry(booking, Change.ERASED, booking.erasedAt(), actor);
    }

    static HistoryEntry of(Booking booking, MoneyNews news) {
        var entry = new HistoryEntry(booking, news.change(), news.at(), Actor.CHECKOUT);
        entry.amount = news.amount();
        entry.disputeState = news.disputeState();
        entry.currency = booking.period().currency();
        return entry;
    }

    private HistoryEntry(Booking booking, Change what, Instant at, Actor actor) {
        bookingId = booking.id();
        this.at = at;
        this.actor = actor;
        this.what = what;
    }

    View view() {
        return new View(what, at, actor, reason, amount == null ? null : new Money(amount, currency).text(),
                disputeState);
    }

    /**
     * As the REST API shows it.
     *
     * @param event confirmed, guarantor_confirmed, cancelled, erased, refunded, refund_declined, refund_failed or disputed
     * @param actor checkout, partner, admin or retention
     * @param reason null unless the event is cancelled
     * @param amount what came back or is disputed, in major units of the booking's currency; null for other events
     * @param disputeState what had become of the dispute; null for other events, and for disputes of before it was kept
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record View(Change event, Instant at, Actor actor, @Schema(nullable = true) CancellationReason reason,
            @Schema(nullable = true) String amount, @Schema(nullable = true) DisputeState disputeState) {
    }
}
