package io.housemates.dispatcher.delivery;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Refuses to start where no attempt would ever be made: none begins that the rest of its lease does not cover. */
@ApplicationScoped
class LeaseCheck {

    private final DeliverySettings settings;

    LeaseCheck(DeliverySettings settings) {
        this.settings = settings;
    }

    void onStart(@Observes StartupEvent started) {
        if (settings.lease().compareTo(needed(settings)) <= 0) {
            throw new IllegalStateException("dispatcher.delivery.lease=" + settings.lease() + " must be longer than "
                    + needed(settings) + ", dispatcher.delivery.deadline and a quarter");
        }
    }

    /** What has to be left of a lease when an attempt starts: its end is to be written down, too. */
    static Duration needed(DeliverySettings settings) {
        return settings.deadline().multipliedBy(5).dividedBy(4);
    }
}
