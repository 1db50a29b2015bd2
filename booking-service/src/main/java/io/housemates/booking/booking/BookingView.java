package io.housemates.booking.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A booking as the REST API shows it: dates are DD-MM-YYYY, instants ISO 8601 in UTC, money text in major units.
 *
 * @param status confirmed or cancelled
 * @param supportingContactKind guarantor, emergency_contact or null
 * @param guarantorStatus pending or confirmed where Housing Hand stands as guarantor, else null
 * @param resident null once erased, like the contact and the course, and as long as the key to them is missing
 * @param erasedAt when the personal data was erased, else null
 * @param dispute a bank's claim on the payment; null as long as there is none
 * @param cancellationTerms what comes back when it is cancelled, by reason; null when they are not known
 */
@JsonNaming(SnakeCaseStrategy.class)
record BookingView(String id, String sessionId, BookingStatus status, Instant createdAt, boolean payingInInstalments,
        boolean hasUkBasedGuarantor, boolean isUsingHousingHand, String supportingContactKind,
        @Schema(nullable = true) GuarantorStatus guarantorStatus,
        @Schema(nullable = true) String specialRequest, @Schema(nullable = true) Instant erasedAt,
        @Schema(nullable = true) Instant cancelledAt, @Schema(nullable = true) CancellationReason cancellationReason,
        @Schema(nullable = true) Terms cancellationTerms, RefundView refund, @Schema(nullable = true) DisputeView dispute,
        Period bookingPeriod, Room roomType, @Schema(nullable = true) PersonView resident,
        @Schema(nullable = true) PersonView supportingContact, @Schema(nullable = true) CourseView course) {

    static BookingView from(Booking booking) {
        PaymentPlan plan = booking.plan();
        Details details = booking.details();
        return new BookingView(booking.id(), booking.sessionId(), booking.status(), booking.createdAt(),
                plan.payingInInstalments(), plan.hasUkBasedGuarantor(), plan.usingHousingHand(), plan.supportingContactKind(),
                booking.guarantorStatus(), details.specialRequest(), booking.erasedAt(), booking.cancellation().at(),
                booking.cancellation().reason(),
                Terms.from(booking.cancellation().terms()), RefundView.from(booking), DisputeView.from(booking.dispute()),
                Period.from(booking.period()),
                Room.from(booking.room()), PersonView.from(details.resident()), PersonView.from(details.supportingContact()),
                CourseView.from(details.course()));
    }

    /** What comes back of the deposit when the booking is cancelled. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Terms(Instant coolingOffEnds, List<Share> refunds) {

        /** Null for null. */
        static Terms from(CancellationTerms terms) {
            return terms == null ? null
                    : new Terms(terms.coolingOffEnds(), terms.refunds().stream().map(Share::from).toList());
        }
    }

    /**
     * Percentages of the deposit.
     *
     * @param coolingOff until the cooling-off period ends
     * @param later from then on
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Share(String reason, int coolingOff, int later) {

        static Share from(CancellationTerms.Share share) {
            return new Share(share.reason(), share.coolingOff(), share.later());
        }
    }

    /** @param state needs_response, under_review, won (the money stays) or lost (the bank has given it back) */
    @JsonNaming(SnakeCaseStrategy.class)
    record DisputeView(DisputeState state, Instant changedAt) {

        /** Null for null. */
        static DisputeView from(Dispute dispute) {
            return dispute == null ? null : new DisputeView(dispute.state(), dispute.changedAt());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Period(String id, @JsonFormat(pattern = "dd-MM-yyyy") LocalDate startDate,
            @JsonFormat(pattern = "dd-MM-yyyy") LocalDate endDate, String holdingDeposit, String pricePerWeek,
            String currency) {

        static Period from(BookingPeriod period) {
            return new Period(period.id(), period.startDate(), period.endDate(), period.holdingDepositMoney().text(),
                    period.pricePerWeekMoney().text(), period.currency());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Room(String id, String name, Property property, UUID operatorId) {

        static Room from(RoomType room) {
            return new Room(room.id(), room.name(),
                    new Property(room.propertyId(), room.propertyName(), room.propertyCountry()), room.operatorId());
        }
    }

    record Property(String id, String name, String country) {
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record CourseView(String university, String yearOfStudy, String courseTitle) {

        static CourseView from(Course course) {
            return course == null ? null
                    : new CourseView(course.university(), course.yearOfStudy(), course.courseTitle());
        }
    }

    @Override
    public String toString() {
        return "BookingView[id=" + id + "]";
    }
}
