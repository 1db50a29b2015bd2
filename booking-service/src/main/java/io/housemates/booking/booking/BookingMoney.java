package io.housemates.booking.booking;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/** Writes down what checkout tells of a booking's money, with its line in the history and its announcement. */
@ApplicationScoped
public class BookingMoney {

    private static final Logger LOG = Logger.getLogger(BookingMoney.class);

    private final BookingRecords records;
    private final Announcements announcements;

    BookingMoney(BookingRecords records, Announcements announcements) {
        this.records = records;
        this.announcements = announcements;
    }

    /** Joins the caller's transaction. @return false when there is no such booking yet */
    public Uni<Boolean> learn(String bookingId, MoneyNews news) {
        return records.lockIfThere(bookingId).chain(booking -> {
            if (booking == null) {
                return Uni.createFrom().item(false);
            }
            news.reach(booking);
            return records.note(HistoryEntry.of(booking, news))
                    .chain(() -> announcements.updated(booking))
                    .invoke(() -> LOG.infof("Booking's money moved booking=%s change=%s", booking.id(), news.change()))
                    .replaceWith(true);
        });
    }
}
