package io.housemates.checkout.outbox;

import java.time.LocalDate;

import io.housemates.checkout.catalogue.Offer;

/** The booking period a checkout was about. */
public record Stay(String id, LocalDate startDate, LocalDate endDate) {

    public static Stay of(Offer offer) {
        return new Stay(offer.periodId(), offer.startDate(), offer.endDate());
    }
}
