package io.housemates.booking.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.housemates.booking.booking.Booking;
import io.housemates.booking.booking.BookingPeriod;
import io.housemates.booking.booking.CancellationTerms;
import io.housemates.booking.booking.Course;
import io.housemates.booking.booking.Details;
import io.housemates.booking.booking.PaymentPlan;
import io.housemates.booking.booking.Resident;
import io.housemates.booking.booking.RoomType;
import io.housemates.booking.booking.SupportingContact;
import io.housemates.platform.privacy.Sealed;

/**
 * What a booking needs of {@code checkout.completed}.
 *
 * Everything about people is sealed in {@code personalData} (contracts/events/checkout.completed.v2.schema.json); records of
 * the first version have it in clear instead.
 *
 * @param cancellationTerms null in events that were written before there were any
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckoutCompleted(String sessionId, String bookingId, String partnerId, Instant completedAt, Boolean payingInInstalments,
        Boolean hasUkBasedGuarantor, Boolean usingHousingHand, String supportingContactKind, String specialRequest,
        Period bookingPeriod, Room roomType, Sealed personalData, Resident resident, SupportingContact supportingContact,
        Course course, CancellationTerms cancellationTerms) {

    CheckoutCompleted {
        requireNonNull(sessionId, "sessionId");
        requireNonNull(bookingId, "bookingId");
        requireNonNull(partnerId, "partnerId");
        requireNonNull(completedAt, "completedAt");
        requireNonNull(payingInInstalments, "payingInInstalments");
        requireNonNull(hasUkBasedGuarantor, "hasUkBasedGuarantor");
        requireNonNull(usingHousingHand, "usingHousingHand");
        requireNonNull(bookingPeriod, "bookingPeriod");
        requireNonNull(roomType, "roomType");
        if (personalData == null) {
            requireNonNull(resident, "resident");
            requireNonNull(course, "course");
        }
    }

    boolean isInClear() {
        return personalData == null;
    }

    /** What came in clear. */
    Details details() {
        return new Details(resident, supportingContact, course, specialRequest);
    }

    /** @param details what is sealed; null where its key is destroyed */
    Booking toBooking(Sealed sealed, Details details) {
        return new Booking(bookingId, sessionId, partnerId, completedAt,
                new PaymentPlan(payingInInstalments, hasUkBasedGuarantor, usingHousingHand, supportingContactKind),
                bookingPeriod.toBookingPeriod(), roomType.toRoomType(), details == null ? null : sealed,
                details == null ? Details.ERASED : details, cancellationTerms);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Period(String id, LocalDate startDate, LocalDate endDate, Money holdingDeposit, Money pricePerWeek) {

        Period {
            requireNonNull(id, "id");
            requireNonNull(startDate, "startDate");
            requireNonNull(endDate, "endDate");
            requireNonNull(holdingDeposit, "holdingDeposit");
            requireNonNull(pricePerWeek, "pricePerWeek");
        }

        BookingPeriod toBookingPeriod() {
            return new BookingPeriod(id, startDate, endDate, holdingDeposit.amount(), pricePerWeek.amount(),
                    pricePerWeek.currency());
        }
    }

    /** @param amount in minor units */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Money(Long amount, String currency) {

        Money {
            requireNonNull(amount, "amount");
            requireNonNull(currency, "currency");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Room(String id, String name, Property property, UUID operatorId) {

        Room {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(property, "property");
            requireNonNull(operatorId, "operatorId");
        }

        RoomType toRoomType() {
            return new RoomType(id, name, property.id(), property.name(), property.country(), operatorId);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Property(String id, String name, String country) {

        Property {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
        }
    }

    @Override
    public String toString() {
        return "CheckoutCompleted[sessionId=" + sessionId + ", bookingId=" + bookingId + "]";
    }
}
