package io.housemates.booking.booking;

import io.housemates.platform.api.PageRequest;

/**
 * What a list of bookings is asked for.
 *
 * @param cursor null when a page is asked for by its number
 */
record BookingQuery(BookingFilter filter, BookingOrder order, PageRequest page, Cursor cursor) {

    static BookingQuery of(BookingListRequest request, Scope scope) {
        var fields = new Fields();
        var filter = BookingFilter.of(request, scope, fields);
        var order = BookingOrder.of(request, fields);
        var page = fields.page(request.page, request.perPage);
        fields.refuse(UnknownParameters.among(request.uri.getQueryParameters().keySet()), "There is no such parameter.");
        Cursor cursor = fields.read("cursor", request.cursor, Cursor::parse, "Must be the cursor of a links.next.");
        if (cursor == null && page.offset() >= Bookings.COUNTED) {
            fields.read("page", request.page, text -> {
                throw new IllegalArgumentException(text);
            }, "Rows beyond " + Bookings.COUNTED + " are reached by the cursor in links.next.");
        }
        fields.throwIfWrong();
        return cursor == null ? new BookingQuery(filter, order, page, null)
                : new BookingQuery(filter, cursor.order(), new PageRequest(cursor.page(), page.perPage()), cursor);
    }

    /** The same list, behind that booking. */
    BookingQuery behind(Booking last) {
        Cursor place = Cursor.behind(last, order, page.page() + 1);
        return new BookingQuery(filter, order, new PageRequest(place.page(), page.perPage()), place);
    }
}
