package io.housemates.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Student;

/** How money goes back: once, whatever happens. */
final class Refunds {

    private Refunds() {
    }

    /** Stripe was away when the refund was decided, so that its next try can be made due at will. */
    private abstract static class Refund extends Step {

        /** Its last try is over, and its next one is not near. */
        @Override
        boolean isQuiet() {
            return Database.CHECKOUT.text("""
                    SELECT id FROM checkout_session WHERE id = ? AND next_step_at > now() + interval '1.5 s'
                       AND next_step_at NOT BETWEEN now() + interval '7.5 s' AND now() + interval '8.5 s'""",
                    session()) != null;
        }

        @Override
        void letTimePass(Connection connection) throws SQLException {
            due(connection);
        }

        @Override
        Call call() {
            return new Call("POST", "/v1/refunds");
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("payment", "NEW.intent_id = '" + checkout.intentId() + "' AND NEW.state = 'REFUNDED'");
        }

        @Override
        void isMended() {
            assertThat(paymentState()).isEqualTo("REFUNDED");
            assertThat(StripeSide.refundsOf(checkout)).hasSize(1);
            assertThat(sessionState()).isEqualTo(endState());
        }

        String endState() {
            return "CANCELLED";
        }

        final void awaitPending() {
            Patience.await("refund decided").until(() -> "REFUND_PENDING".equals(paymentState()));
        }
    }

    /** A booking was cancelled, and its refund decided. */
    static class OfACancelledBooking extends Refund {

        @Override
        void prepare() {
            super.prepare();
            String bookingId = checkout.pay().book(student);
            StripeSide.isAwayFor("POST", "/v1/refunds");
            Patience.await("cancelled").until(() -> partner.cancel(bookingId, "student").status() == 200);
            awaitPending();
        }

        @Override
        String endState() {
            return "COMPLETED";
        }

        @Override
        void goOn() {
            partner.books(room, student);
        }
    }

    /** Both paid for the last unit. */
    static class OfTheLoser extends Refund {

        @Override
        void prepare() {
            super.prepare();
            Checkout.start(partner, room).pay().book(Student.sample());
            StripeSide.isAwayFor("POST", "/v1/refunds");
            checkout.pay();
            awaitPending();
        }
    }

    /** Paid, but the details never came; afterwards the unit is free again. */
    static class AfterAttention extends Refund {

        @Override
        void prepare() {
            super.prepare();
            StripeSide.isAwayFor("POST", "/v1/refunds");
            Decisions.payAndNeedAttention(this);
            letAttentionEnd();
            awaitPending();
        }

        @Override
        void goOn() {
            partner.books(room, student);
        }

        private void letAttentionEnd() {
            try (Connection connection = Database.CHECKOUT.connect()) {
                endAttention(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
