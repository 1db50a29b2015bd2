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
        var headings = new AtomicReference<>(CsvLine.HEADINGS);
        // together with the first rows: what was begun cannot be refused any more when the database is away
        return Multi.createBy().repeating()
                .uni(() -> bookings.rows(next.get()).invoke(page -> goOn(next, page)))
                .whilst(page -> page.size() == ROWS_AT_A_TIME)
                .map(page -> headings.getAndSet("") + CsvLine.of(page));
    }

    private static void goOn(AtomicReference<BookingQuery> next, List<Booking> page) {
        if (!page.isEmpty()) {
            next.set(next.get().behind(page.get(page.size() - 1)));
        }
    }
}
