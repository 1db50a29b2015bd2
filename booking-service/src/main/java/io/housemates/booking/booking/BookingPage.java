package io.housemates.booking.booking;

import java.util.List;

import io.housemates.platform.api.Page;

/** A page of bookings whose next one begins behind its last row, so that it stays the next one while bookings arrive. */
final class BookingPage {

    private BookingPage() {
    }

    /** @param rows one more than the page holds when there is another page */
    static Page<BookingView> of(List<Booking> rows, long total, BookingQuery query, String path) {
        int perPage = query.page().perPage();
        int current = query.page().page();
        int pages = (int) Math.max(1, (total + perPage - 1) / perPage);
        List<Booking> shown = rows.subList(0, Math.min(rows.size(), perPage));
        String address = path + "per_page=" + perPage;
        String next = rows.size() > perPage
                ? address + "&cursor=" + Cursor.behind(shown.get(perPage - 1), query.order(), current + 1).text()
                : null;
        return new Page<>(shown.stream().map(BookingView::from).toList(),
                new Page.Meta(total, shown.size(), perPage, current, pages),
                new Page.Links(address + "&page=1", address + "&page=" + pages, next,
                        hasPrevious(query, pages) ? address + "&page=" + Math.min(current - 1, pages) : null));
    }

    /** Behind a cursor the page before may lie further than pages by number reach. */
    private static boolean hasPrevious(BookingQuery query, int pages) {
        int previous = query.page().page() - 1;
        return previous > 0 && (query.cursor() == null || previous <= pages);
    }
}
