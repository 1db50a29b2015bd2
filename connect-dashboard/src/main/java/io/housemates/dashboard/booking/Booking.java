package io.housemates.dashboard.booking;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.housemates.dashboard.page.Badge;
import io.housemates.dashboard.page.Wording;

/** A booking as the booking service shows it; blocks that it leaves out are null. */
@JsonNaming(SnakeCaseStrategy.class)
record Booking(String id, String status, Instant createdAt, boolean payingInInstalments, boolean hasUkBasedGuarantor,
        boolean isUsingHousingHand, String supportingContactKind, String specialRequest, Instant cancelledAt,
        String cancellationReason, Refund refund, Period bookingPeriod, Room roomType, Person resident,
        Person supportingContact,
        Course course) {

    /** What people call it: the resident's name, or the id when there is none. */
    public String title() {
        return resident == null ? id : resident.name();
    }

    public Badge badge() {
        return switch (status) {
            case "confirmed" -> Badge.good("Confirmed");
            case "cancelled" -> Badge.over("Cancelled");
            default -> Badge.waiting(Wording.words(status));
        };
    }

    public String contactTitle() {
        return supportingContactKind == null ? "Supporting contact" : Wording.words(supportingContactKind);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Period(@JsonFormat(pattern = "dd-MM-yyyy") LocalDate startDate,
            @JsonFormat(pattern = "dd-MM-yyyy") LocalDate endDate, String holdingDeposit, String pricePerWeek,
            String currency) {

        public Price deposit() {
            return new Price(holdingDeposit, currency);
        }

        public Price weekly() {
            return new Price(pricePerWeek, currency);
        }
    }

    /** What comes back of the holding deposit; amounts as {@link Price} takes them. */
    record Refund(String state, String expected, String amount, String currency, Instant at) {

        /** Nothing is said of money that nobody waits for. */
        public boolean isWorthTelling() {
            return !"none".equals(state);
        }

        public Badge badge() {
            return switch (state) {
                case "refunded" -> Badge.good("Refunded");
                case "partial" -> Badge.good("Partly refunded");
                case "failed" -> Badge.bad("Refused, tried again");
                default -> Badge.waiting(Wording.words(state));
            };
        }

        public Price returned() {
            return new Price(amount, currency);
        }

        /** Null as long as it is not known. */
        public Price due() {
            return expected == null ? null : new Price(expected, currency);
        }
    }

    record Room(String id, String name, Property property) {
    }

    record Property(String id, String name, String country) {
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Course(String university, String yearOfStudy, String courseTitle) {

        @Override
        public String toString() {
            return "Course[…]";
        }
    }

    @Override
    public String toString() {
        return "Booking[" + id + "]";
    }
}
