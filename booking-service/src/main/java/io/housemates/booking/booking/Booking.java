package io.housemates.booking.booking;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

import io.housemates.platform.Money;
import io.housemates.platform.privacy.BlindIndex;
import io.housemates.platform.privacy.Sealed;

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

    private String keyId;

    private byte[] sealedDetails;

    private Instant erasedAt;

    private String filedUnder;

    /** In clear only in memory, and only where somebody opened them. */
    @Transient
    private Details details = Details.ERASED;

    @Enumerated(EnumType.STRING)
    private GuarantorStatus guarantorStatus;

    @Embedded
    private Cancellation cancellation;
    @Embedded
    private Refund refund;
    @Embedded
    private Dispute dispute;

    protected Booking() {
    }

    /**
     * @param id minted by the checkout, together with {@code createdAt}
     * @param sealed the details; null when they were erased before the booking was made
     * @param details what is sealed, or {@link Details#ERASED}
     * @param cancellationTerms null when they are not known
     */
    public Booking(String id, String sessionId, String partnerId, Instant createdAt, PaymentPlan plan, BookingPeriod period,
            RoomType room, Sealed sealed, Details details, CancellationTerms cancellationTerms) {
        this.id = id;
        this.sessionId = sessionId;
        this.partnerId = partnerId;
        this.createdAt = createdAt;
        this.plan = plan;
        this.period = period;
        this.room = room;
        keyId = sealed == null ? null : sealed.keyId();
        sealedDetails = sealed == null ? null : sealed.ciphertext();
        erasedAt = sealed == null ? createdAt : null;
        this.details = details;
        cancellation = Cancellation.under(cancellationTerms);
        status = BookingStatus.CONFIRMED;
        refund = Refund.NOTHING;
        guarantorStatus = plan.housingHandStands() ? GuarantorStatus.PENDING : null;
    }

    /** Returns false when it is cancelled for that reason already; refuses another reason. */
    boolean cancel(CancellationReason reason, Instant at) {
        if (status == BookingStatus.CANCELLED) {
            if (reason == cancellation.reason()) {
                return false;
            }
            throw BookingError.ALREADY_CANCELLED.exception(cancellation.reason().text());
        }
        status = BookingStatus.CANCELLED;
        cancellation = cancellation().made(reason, at);
        refund = refund.expecting(cancellation.refundDue(period.holdingDeposit()));
        return true;
    }

    /** @param total what has come back so far */
    void refunded(Money total, Instant at) {
        refund = refund.madeUpTo(period.minorUnits(total), at);
    }

    void refundDeclined() {
        refund = refund.declined();
    }

    /** @param total what is back all the same, null when that was not told */
    void refundFailed(Money total, Instant at) {
        refund = refund.failed(total == null ? null : period.minorUnits(total), at);
    }

    void disputed(Dispute told) {
        dispute = Dispute.later(dispute, told);
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

    /** {@link Details#ERASED} unless {@link #show} was called. */
    public Details details() {
        return details;
    }

    /** {@link Details} as JSON; null once they were erased. */
    public Sealed sealedDetails() {
        return sealedDetails == null ? null : new Sealed(keyId, sealedDetails);
    }

    /** @param mark of the {@link BlindIndex} whose tokens find it */
    void file(String mark) {
        filedUnder = mark;
    }

    /** Takes over details that were not sealed before. */
    void keep(Sealed sealed) {
        keyId = sealed.keyId();
        sealedDetails = sealed.ciphertext();
    }

    /** Forgets who the booking is about; returns false when it had already. */
    boolean erase(Instant at) {
        if (erasedAt != null) {
            return false;
        }
        erasedAt = at;
        sealedDetails = null;
        details = Details.ERASED;
        return true;
    }

    /** Null unless the personal data was erased. */
    public Instant erasedAt() {
        return erasedAt;
    }

    /** Under which the details are or were sealed; null when they never came. */
    public String keyId() {
        return keyId;
    }

    void show(Details opened) {
        details = opened;
    }

    /** Null unless Housing Hand stands as guarantor. */
    public GuarantorStatus guarantorStatus() {
        return guarantorStatus;
    }

    /** Of an older booking nothing may be known. */
    public Cancellation cancellation() {
        return cancellation == null ? Cancellation.NONE : cancellation;
    }

    public Refund refund() {
        return refund;
    }

    /** Null as long as no bank disputes the payment. */
    public Dispute dispute() {
        return dispute;
    }

    public RefundState refundState() {
        return refund.state(period.holdingDeposit(), status == BookingStatus.CANCELLED);
    }
}
