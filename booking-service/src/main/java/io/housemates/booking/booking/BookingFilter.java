package io.housemates.booking.booking;

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

    private boolean hasCreated() {
        return createdFrom != null || createdTo != null;
    }

    private boolean hasArrival() {
        return arrivalFrom != null || arrivalTo != null;
    }

    /** @param tokens of the search term, or null where none is searched for */
    Conditions conditions(List<String> tokens) {
        return base(tokens)
                .and("status = :status", "status", status)
                .and("operatorId = :operator", "operator", operatorId)
                .and("createdDay >= :createdFrom", "createdFrom", createdFrom)
                .and("createdDay <= :createdTo", "createdTo", createdTo)
                .and("startDate >= :arrivalFrom", "arrivalFrom", arrivalFrom)
                .and("startDate <= :arrivalTo", "arrivalTo", arrivalTo);
    }

    /** A token is one partner's; a room or a period has few bookings, whoever they are for. */
    private Conditions base(List<String> tokens) {
        if (tokens != null && roomId == null && periodId == null) {
            return new Conditions(SearchTerm.class).and("term in :tokens", "tokens", tokens);
        }
        return new Conditions(ListedBooking.class)
                .and("partnerId = :partner", "partner", partnerId)
                .and("roomId = :room", "room", roomId)
                .and("periodId = :period", "period", periodId)
                .and("bookingId = :id", "id", search == null || searchesByTerm() ? null : search.toUpperCase(Locale.ROOT))
                .and("bookingId in (select t.bookingId from SearchTerm t where t.term in :tokens)", "tokens", tokens);
    }
}
