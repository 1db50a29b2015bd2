package io.housemates.booking.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.booking.booking.BookingMoney;
import io.housemates.platform.event.CloudEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What checkout tells of money → its booking, however late the booking comes. */
@ApplicationScoped
class MoneyEvents {

    private static final Map<String, Class<? extends CheckoutNews>> TYPES = Map.of(
            "checkout.refunded", CheckoutRefunded.class,
            "checkout.refund_declined", CheckoutRefundDeclined.class,
            "checkout.refund_failed", CheckoutRefundFailed.class,
            "checkout.disputed", CheckoutDisputed.class);

    private final BookingMoney money;
    private final EarlyEvents early;
    private final ObjectMapper json;

    MoneyEvents(BookingMoney money, EarlyEvents early, ObjectMapper json) {
        this.money = money;
        this.early = early;
        this.json = json;
    }

    boolean include(CloudEvent event) {
        return TYPES.containsKey(event.type());
    }

    /** Joins the caller's transaction, like all here. */
    Uni<Void> receive(CloudEvent event) {
        CheckoutNews told = read(event);
        String bookingId = told.bookingId();
        if (bookingId == null) {
            return Uni.createFrom().voidItem();
        }
        return early.alone(bookingId)
                .chain(() -> money.learn(bookingId, told.news()))
                .chain(known -> known ? Uni.createFrom().voidItem() : early.keep(bookingId, event));
    }

    /** Before a booking is made, see {@link EarlyEvents#alone}. */
    Uni<Void> holdBack(String bookingId) {
        return early.alone(bookingId);
    }

    /** After a booking is made: what had been told of it before. */
    Uni<Void> catchUp(String bookingId) {
        return early.release(bookingId).chain(events -> Multi.createFrom().iterable(events)
                .onItem().transformToUniAndConcatenate(event -> money.learn(bookingId, read(again(event)).news()))
                .collect().last().replaceWithVoid());
    }

    private CheckoutNews read(CloudEvent event) {
        return event.dataAs(TYPES.get(event.type()), json);
    }

    private static CloudEvent again(EarlyEvent event) {
        return new CloudEvent(null, event.type, event.bookingId, null, null, event.data.getBytes(UTF_8));
    }
}
