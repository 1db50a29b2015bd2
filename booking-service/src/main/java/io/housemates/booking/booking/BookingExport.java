package io.housemates.booking.booking;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.api.PageRequest;
import io.smallrye.mutiny.Multi;

/** A list of bookings as CSV, read page by page while the client takes it: memory stays flat however long it is. */
@ApplicationScoped
class BookingExport {

    static final int ROWS_AT_A_TIME = 200;

    private final BookingReader bookings;

    BookingExport(BookingReader bookings) {
        this.bookings = bookings;
    }

    /** Begins at the start of the list, whatever page is asked for. */
    Multi<String> lines(BookingQuery query) {
        var next = new AtomicReference<>(
                new BookingQuery(query.filter(), query.order(), new PageRequest(1, ROWS_AT_A_TIME), null));
        Multi<String> rows = Multi.createBy().repeating()
                .uni(() -> bookings.rows(next.get()).invoke(page -> goOn(next, page)))
                .whilst(page -> page.size() == ROWS_AT_A_TIME)
                .map(CsvLine::of);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(CsvLine.HEADINGS), rows);
    }

    private static void goOn(AtomicReference<BookingQuery> next, List<Booking> page) {
        if (!page.isEmpty()) {
            next.set(next.get().behind(page.get(page.size() - 1)));
        }
    }
}
