package io.housemates.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Topic;

/** Transactions that ask nobody; each dies at one of its writes, with others before it. */
final class Decisions {

    private Decisions() {
    }

    /** Paid without details, and the session's time is over. */
    static void payAndNeedAttention(Step step) {
        pay(step);
        try (Connection connection = Database.CHECKOUT.connect()) {
            step.expire(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Patience.await("attention").until(() -> "NEEDS_ATTENTION".equals(step.sessionState()));
    }

    private static void pay(Step step) {
        step.checkout.pay();
        Patience.await("payment noticed").until(() -> "SUCCEEDED".equals(step.paymentState()));
    }

    /** The unit is counted, but the hold is not there: nothing is kept. */
    static class KeepAUnit extends Step {

        @Override
        void request() {
            checkout.saveDetails(student);
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("hold", "NEW.booking_period_id = '" + room.periodId() + "'");
        }

        @Override
        void isMended() {
            assertThat(Database.CHECKOUT.text("SELECT held + booked FROM booking_period WHERE id = ?", room.periodId()))
                    .isEqualTo("0");
        }

        @Override
        void goOn() {
            partner.books(room, Student.sample());
        }
    }

    /** The hold is there, but not the details it is for: nothing is kept. */
    static class SaveDetails extends KeepAUnit {

        @Override
        Gate.Row result() {
            return new Gate.Row("checkout_session",
                    "NEW.booking_period_id = '" + room.periodId() + "' AND NEW.state = 'DETAILS_SAVED'");
        }

        @Override
        void goOn() {
            checkout.saveDetails(student).expect(200);
            checkout.pay().complete(student);
        }
    }

    /** Everything of the booking is written but its event: it is not booked, and can be. */
    static class AnnounceABooking extends Steps.Complete {

        @Override
        Gate.Row result() {
            return new Gate.Row("outbox", "NEW.aggregateid = '" + session() + "'");
        }
    }

    /** Told once, and the unit is kept. */
    static class CallForAttention extends Step {

        @Override
        void prepare() {
            super.prepare();
            pay(this);
        }

        @Override
        void letTimePass(Connection connection) throws SQLException {
            expire(connection);
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("outbox", "NEW.aggregateid = '" + session() + "'");
        }

        @Override
        void isMended() {
            assertThat(sessionState()).isEqualTo("NEEDS_ATTENTION");
            assertThat(new Topic("checkouts").events("checkout.attention_needed").getOrDefault(session(), Set.of()))
                    .hasSize(1);
        }

        @Override
        void goOn() {
            checkout.book(student);
        }
    }

    /**
     * A booking was cancelled: its unit and its refund are given back together with the note that its event was seen, or not
     * yet.
     */
    static class GiveABookingBack extends Step {

        private String bookingId;

        @Override
        void prepare() {
            super.prepare();
            bookingId = checkout.pay().book(student);
            partner.awaitBooking(bookingId);
        }

        @Override
        void request() {
            partner.cancel(bookingId, "student");
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("refund", "NEW.session_id = '" + session() + "'");
        }

        @Override
        void isMended() {
            assertThat(paymentState()).isEqualTo("REFUNDED");
            assertThat(StripeSide.refundsOf(checkout)).hasSize(1);
            assertThat(partner.readBooking(bookingId).at("/refund/state").asText()).isEqualTo("refunded");
        }

        @Override
        void goOn() {
            partner.books(room, student);
        }
    }

    /** The wait for details is over: the refund is decided together with the end of the session, or not yet. */
    static class GiveUpWaiting extends Step {

        @Override
        void prepare() {
            super.prepare();
            payAndNeedAttention(this);
        }

        @Override
        void letTimePass(Connection connection) throws SQLException {
            endAttention(connection);
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("checkout_session",
                    "NEW.booking_period_id = '" + room.periodId() + "' AND NEW.state = 'CANCELLED'");
        }

        @Override
        void isMended() {
            assertThat(sessionState()).isEqualTo("CANCELLED");
            assertThat(paymentState()).isEqualTo("REFUNDED");
            assertThat(StripeSide.refundsOf(checkout)).hasSize(1);
        }

        @Override
        void goOn() {
            partner.books(room, student);
        }
    }
}
