package io.housemates.booking.booking;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.housemates.platform.Ulids;

/**
 * Which bookings a list is about; null wants them all.
 *
 * @param search an id, or a search term
 */
record BookingFilter(String partnerId, BookingStatus status, UUID operatorId, String roomId, String periodId,
        LocalDate createdFrom, LocalDate createdTo, LocalDate arrivalFrom, LocalDate arrivalTo, String search) {

    private static final int SHORT_DAYS = 100;

    static BookingFilter of(BookingListRequest request, Scope scope, Fields fields) {
        return new BookingFilter(scope.partnerId() == null ? request.partnerId : scope.partnerId(),
                fields.read("filter[status]", request.status,
                        text -> BookingStatus.valueOf(text.toUpperCase(Locale.ROOT)), "Must be confirmed or cancelled."),
                fields.read("filter[operator_id]", request.operatorId, UUID::fromString, "Must be a UUID."),
                fields.read("filter[room_id]", request.roomId, text -> text, null),
                fields.read("filter[booking_period_id]", request.bookingPeriodId, text -> text, null),
                fields.date("filter[created_from]", request.createdFrom),
                fields.date("filter[created_to]", request.createdTo),
                fields.date("filter[arrival_from]", request.arrivalFrom),
                fields.date("filter[arrival_to]", request.arrivalTo),
                fields.read("filter[search]", request.search, text -> text, null));
    }

    boolean searchesByTerm() {
        return search != null && !Ulids.isUlid(search);
    }

    /** The order in which what the filter leaves lies together in an index, so that it is found without passing over others. */
    BookingOrder natural() {
        return hasArrival() && !hasCreated() ? BookingOrder.ARRIVAL : BookingOrder.OLDEST;
    }

    /** Whether a range is wanted by the one day and the order goes by the other. */
    boolean goesAcross(BookingOrder order) {
        return order.isByArrival() ? hasCreated() && !hasArrival() : hasArrival() && !hasCreated();
    }

    /** Whether the range is so short that all of it can be looked at. */
    boolean isShort() {
        return isShort(createdFrom, createdTo) || isShort(arrivalFrom, arrivalTo);
    }

    private static boolean isShort(LocalDate from, LocalDate to) {
        return from != null && to != null && to.isBefore(from.plusDays(SHORT_DAYS));
    }

    private boolean hasCreated() {
        return createdFrom != null || createdTo != null;
    }

    private boolean hasArrival() {
        return arrivalFrom != null || arrivalTo != null;
    }

    /** @param tokens of the search term, or null where none is searched for */
    Conditions conditions(List<String> tokens) {
        return new Conditions()
                .and("partnerId = :partner", "partner", partnerId)
                .and("status = :status", "status", status)
                .and("room.operatorId = :operator", "operator", operatorId)
                .and("room.id = :room", "room", roomId)
                .and("period.id = :period", "period", periodId)
                .and("createdAt >= :createdFrom", "createdFrom",
                        createdFrom == null ? null : createdFrom.atStartOfDay().toInstant(UTC))
                .and("createdAt < :createdBefore", "createdBefore",
                        createdTo == null ? null : createdTo.plusDays(1).atStartOfDay().toInstant(UTC))
                .and("period.startDate >= :arrivalFrom", "arrivalFrom", arrivalFrom)
                .and("period.startDate <= :arrivalTo", "arrivalTo", arrivalTo)
                .and("id = :id", "id", search == null || searchesByTerm() ? null : search.toUpperCase(Locale.ROOT))
                .and("id in (" + SearchTerms.FOUND + ")", "tokens", tokens);
    }
}
