package io.housemates.checkout.outbox;

import java.time.Instant;
import java.time.LocalDate;

import io.housemates.checkout.cancellation.CancellationTerms;
import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.details.ContactRule;
import io.housemates.platform.Money;
import io.housemates.platform.privacy.Sealed;

/** A paid (or deposit-free) checkout with everything a booking needs: {@code contracts/events/checkout.completed.v2}. */
public record CheckoutCompleted(String sessionId, String bookingId, String partnerId, Instant completedAt,
        boolean payingInInstalments, boolean hasUkBasedGuarantor, boolean usingHousingHand,
        ContactRule.Contact supportingContactKind, Payment payment, BookingPeriod bookingPeriod, RoomType roomType,
        CancellationTerms cancellationTerms, Sealed personalData) {

    public static final String TYPE = "checkout.completed";

    public record Payment(String intentId, long amount, String currency) {
    }

    public record BookingPeriod(String id, LocalDate startDate, LocalDate endDate, Money holdingDeposit, Money pricePerWeek) {

        public static BookingPeriod of(Offer offer) {
            return new BookingPeriod(offer.periodId(), offer.startDate(), offer.endDate(), offer.holdingDeposit(),
                    offer.pricePerWeek());
        }
    }

    public record RoomType(String id, String name, Property property, String operatorId) {

        public static RoomType of(Offer offer) {
            return new RoomType(offer.roomId(), offer.roomName(),
                    new Property(offer.propertyId(), offer.propertyName(), offer.country()), offer.operatorId());
        }
    }

    public record Property(String id, String name, String country) {
    }

    @Override
    public String toString() {
        return "CheckoutCompleted[sessionId=" + sessionId + ", bookingId=" + bookingId + "]";
    }
}
