package io.housemates.booking.booking;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.housemates.platform.Money;

/** Bookings as lines of CSV (RFC 4180): every cell quoted, lines end in CRLF. */
final class CsvLine {

    static final String HEADINGS = line(Stream.of("id", "session_id", "partner_id", "status", "created_at", "cancelled_at",
            "cancellation_reason", "operator_id", "property_name", "room_id", "room_name", "booking_period_id", "start_date",
            "end_date", "holding_deposit", "price_per_week", "currency", "paying_in_instalments", "first_name", "last_name",
            "email", "contact_number", "university", "year_of_study", "refund_state", "refund_amount"));

    private CsvLine() {
    }

    static String of(List<Booking> bookings) {
        return bookings.stream().map(CsvLine::of).collect(Collectors.joining());
    }

    private static String of(Booking booking) {
        var room = booking.room();
        var period = booking.period();
        var details = booking.details();
        var cancellation = booking.cancellation();
        return line(Stream.of(booking.id(), booking.sessionId(), booking.partnerId(),
                booking.status().name().toLowerCase(Locale.ROOT),
                booking.createdAt(), cancellation.at(), of(cancellation.reason(), CancellationReason::text), room.operatorId(),
                room.propertyName(), room.id(), room.name(), period.id(), period.startDate(), period.endDate(),
                period.holdingDepositMoney().text(), period.pricePerWeekMoney().text(), period.currency(),
                booking.plan().payingInInstalments(), of(details.resident(), Resident::firstName),
                of(details.resident(), Resident::lastName), of(details.resident(), Resident::email),
                of(details.resident(), Resident::contactNumber), of(details.course(), Course::university),
                of(details.course(), Course::yearOfStudy), booking.refundState().name().toLowerCase(Locale.ROOT),
                new Money(booking.refund().refunded(), period.currency()).text()));
    }

    /** Nothing is left of a person who was erased, and there is no reason without a cancellation. */
    private static <T> String of(T source, Function<T, String> cell) {
        return source == null ? null : cell.apply(source);
    }

    private static String line(Stream<Object> cells) {
        return cells.map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        return "\"" + (looksLikeAFormula(text) ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** A spreadsheet would run it; phone numbers may keep their plus. */
    private static boolean looksLikeAFormula(String text) {
        return text.matches("(?s)[=@\\t\\r\\n-].*") || text.matches("(?s)\\+(?!\\d+$).*");
    }
}
