package io.housemates.booking.outbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.booking.booking.Booking;
import io.housemates.booking.booking.BookingPeriod;
import io.housemates.booking.booking.BookingStatus;
import io.housemates.booking.booking.CancellationReason;
import io.housemates.booking.booking.Dispute;
import io.housemates.booking.booking.GuarantorStatus;
import io.housemates.booking.booking.Refund;
import io.housemates.booking.booking.RefundState;
import io.housemates.booking.booking.RoomType;
import io.housemates.platform.Money;
import io.housemates.platform.privacy.Sealed;

/**
 * The whole state of a booking as every event about it carries it (contracts/events/booking.*.v2.schema.json): ISO dates,
 * money as numbers in major units, everything about people sealed.
 *
 * @param personalData null once it was erased
 */
record BookingEvent(String partnerId, String sessionId, Head booking, Period bookingPeriod, Room roomType,
        Sealed personalData) {

    static BookingEvent from(Booking booking) {
        return new BookingEvent(booking.partnerId(), booking.sessionId(), Head.from(booking), Period.from(booking.period()),
                Room.from(booking.room()), booking.sealedDetails());
    }

    record Head(String id, BookingStatus status, Instant createdAt, boolean payingInInstalments, boolean usingHousingHand,
            String supportingContactKind,
            @JsonInclude(JsonInclude.Include.NON_NULL) GuarantorStatus guarantorStatus,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant cancelledAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) CancellationReason cancellationReason,
            @JsonInclude(JsonInclude.Include.NON_NULL) Refunds refund,
            @JsonInclude(JsonInclude.Include.NON_NULL) Dispute dispute) {

        static Head from(Booking booking) {
            return new Head(booking.id(), booking.status(), booking.createdAt(), booking.plan().payingInInstalments(),
                    booking.plan().usingHousingHand(), booking.plan().supportingContactKind(),
                    booking.guarantorStatus(), booking.cancellation().at(),
                    booking.cancellation().reason(), Refunds.from(booking), booking.dispute());
        }
    }

    /** What has come back of the deposit: left out as long as nothing has and nothing is to. */
    record Refunds(RefundState state, @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal expected, BigDecimal amount,
            String currency, @JsonInclude(JsonInclude.Include.NON_NULL) Instant refundedAt) {

        static Refunds from(Booking booking) {
            Refund refund = booking.refund();
            if (booking.refundState() == RefundState.NONE && booking.status() == BookingStatus.CONFIRMED) {
                return null;
            }
            String currency = booking.period().currency();
            return new Refunds(booking.refundState(), refund.due() == null ? null : number(refund.due(), currency),
                    number(refund.refunded(), currency), currency, refund.refundedAt());
        }

        private static BigDecimal number(long amount, String currency) {
            return new Money(amount, currency).number();
        }
    }

    record Period(String id, LocalDate startDate, LocalDate endDate, Contract contract) {

        static Period from(BookingPeriod period) {
            return new Period(period.id(), period.startDate(), period.endDate(), new Contract(
                    period.holdingDepositMoney().number(), period.pricePerWeekMoney().number(), period.currency()));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Contract(BigDecimal holdingFee, BigDecimal pricePerWeek, String currency) {
    }

    record Room(String id, String name, Property property, UUID operatorId) {

        static Room from(RoomType room) {
            return new Room(room.id(), room.name(),
                    new Property(room.propertyId(), room.propertyName(), room.propertyCountry()), room.operatorId());
        }
    }

    record Property(String id, String name, @JsonInclude(JsonInclude.Include.NON_NULL) String country) {
    }

    @Override
    public String toString() {
        return "BookingEvent[id=" + booking.id() + "]";
    }
}
