package io.housemates.checkout.model;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.payment.Portion;
import io.housemates.checkout.session.CancelledBookings;
import io.housemates.checkout.session.StudentCheckouts;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** The doors that are opened by a click on a hosted page or by a message, not by a partner's request. */
@ApplicationScoped
class Doors {

    private final StudentCheckouts students;
    private final CancelledBookings cancelled;

    Doors(StudentCheckouts students, CancelledBookings cancelled) {
        this.students = students;
        this.cancelled = cancelled;
    }

    /** The return page. @return whether it could be shown */
    boolean settle(String sessionId) {
        return works(() -> students.settle(sessionId));
    }

    /** @return whether there is more time now */
    boolean keepLonger(String sessionId) {
        return works(() -> students.keepLonger(sessionId));
    }

    void cancelBooking(String sessionId, int percent) {
        if (!works(() -> cancelled.giveBack(sessionId, Portion.percent(percent), "booking cancelled: visa", "test"))) {
            throw new IllegalStateException("Not cancelled: " + sessionId);
        }
    }

    private static boolean works(Supplier<Uni<?>> call) {
        try {
            VertxContextSupport.subscribeAndAwait(call::get);
            return true;
        } catch (Throwable e) {
            return false;
        }
    }
}
