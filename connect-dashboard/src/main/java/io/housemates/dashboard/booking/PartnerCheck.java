package io.housemates.dashboard.booking;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.housemates.dashboard.service.ServiceError;
import io.housemates.dashboard.session.Credentials;
import io.smallrye.mutiny.Uni;

/** Finds out whether credentials are good by reading with them. */
@ApplicationScoped
public class PartnerCheck {

    private final BookingApi bookings;

    PartnerCheck(@RestClient BookingApi bookings) {
        this.bookings = bookings;
    }

    public Uni<Boolean> accepts(Credentials credentials) {
        return bookings.list(credentials, 1, 1).replaceWith(true)
                .onFailure(PartnerCheck::isRefusal).recoverWithItem(false);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ServiceError error && error.status() == 401;
    }
}
