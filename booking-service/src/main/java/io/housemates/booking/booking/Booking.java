package io.housemates.booking.booking;

import java.time.Instant;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A room sold to a student: made from a completed checkout, announced to the partner. */
@Entity
public class Booking {

    @Id
    private String id;

    private String sessionId;

    private String partnerId;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    private Instant createdAt;

    @Embedded
    private PaymentPlan plan;

    @Embedded
    private BookingPeriod period;

    @Embedded
    private RoomType room;

    @Convert(converter = DetailsColumn.class)
    private Details details;

    @Enumerated(EnumType.STRING)
    private GuarantorStatus guarantorStatus;

    private Instant cancelledAt;

    @Enumerated(EnumType.STRING)
    private CancellationReason cancellationReason;

    protected Booking() {
    }

    /** @param id minted by the checkout, together with {@code createdAt} */
    public Booking(String id, String sessionId, String partnerId, Instant createdAt, PaymentPlan plan, BookingPeriod period,
            RoomType room, Details details) {
        this.id = id;
        this.sessionId = sessionId;
        this.partnerId = partnerId;
        this.createdAt = createdAt;
        this.plan = plan;
        this.period = period;
        this.room = room;
        this.details = details;
        status = BookingStatus.CONFIRMED;
        guarantorStatus = plan.housingHandStands() ? GuarantorStatus.PENDING : null;
    }

    /** Returns false when it is cancelled for that reason already; refuses another reason. */
    boolean cancel(CancellationReason reason, Instant at) {
        if (status == BookingStatus.CANCELLED) {
            if (reason == cancellationReason) {
                return false;
            }
            throw BookingError.ALREADY_CANCELLED.exception(cancellationReason.text());
        }
        status = BookingStatus.CANCELLED;
        cancelledAt = at;
        cancellationReason = reason;
        return true;
    }

    /** Returns false when the guarantor is confirmed already; refuses where none is waited for. */
    boolean confirmGuarantor() {
        if (guarantorStatus == null || status == BookingStatus.CANCELLED) {
            throw BookingError.NO_GUARANTOR_PENDING.exception();
        }
        boolean changes = guarantorStatus == GuarantorStatus.PENDING;
        guarantorStatus = GuarantorStatus.CONFIRMED;
        return changes;
    }

    public String id() {
        return id;
    }

    public String sessionId() {
        return sessionId;
    }

    public String partnerId() {
        return partnerId;
    }

    public BookingStatus status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public PaymentPlan plan() {
        return plan;
    }

    public BookingPeriod period() {
        return period;
    }

    public RoomType room() {
        return room;
    }

    public Details details() {
        return details;
    }

    /** Null unless Housing Hand stands as guarantor. */
    public GuarantorStatus guarantorStatus() {
        return guarantorStatus;
    }

    /** Null unless cancelled. */
    public Instant cancelledAt() {
        return cancelledAt;
    }

    /** Null unless cancelled. */
    public CancellationReason cancellationReason() {
        return cancellationReason;
    }
}
