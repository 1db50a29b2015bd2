package io.housemates.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.StripeSide;

/** What happens to a checkout until it is sold or over. */
final class Steps {

    private Steps() {
    }

    /** Nobody got the token, so the session is given up and its intent, if Stripe made one, is cancelled. */
    static class Start extends Step {

        @Override
        void prepare() {
        }

        @Override
        void request() {
            Checkout.tryStart(partner, room);
        }

        @Override
        Call call() {
            return new Call("POST", "/v1/payment_intents");
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("payment", """
                    NEW.state = 'AWAITING_METHOD'""");
        }

        @Override
        void isMended() {
            String session = Database.CHECKOUT.text("SELECT id FROM checkout_session WHERE room_id = ?", room.id());
            assertThat(Database.CHECKOUT.text("SELECT state FROM checkout_session WHERE id = ?", session))
                    .isEqualTo("CANCELLED");
            assertThat(StripeSide.intentsOf(session)).hasSizeLessThanOrEqualTo(1).allMatch("canceled"::equals);
        }

        @Override
        void goOn() {
            partner.books(room, student);
        }
    }

    /** Paid, and Stripe's webhook was lost: Complete makes the booking, however often it has to be sent. */
    static class Complete extends Step {

        @Override
        void prepare() {
            super.prepare();
            StripeSide.forgetsToTell("payment_intent.succeeded", checkout.intentId());
            checkout.pay();
        }

        @Override
        void request() {
            checkout.complete(student);
        }

        @Override
        Call call() {
            return new Call("GET", "/v1/payment_intents/" + checkout.intentId());
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("payment", "NEW.intent_id = '" + checkout.intentId() + "'");
        }

        @Override
        void isMended() {
            Reply reply = checkout.complete(student);
            assertThat(reply.status()).as(reply.body()).isIn(201, 409);
            assertThat(sessionState()).isEqualTo("COMPLETED");
        }
    }

    static class CompleteWithSavedDetails extends Complete {

        @Override
        void prepare() {
            checkout = Checkout.start(partner, room);
            saveDetails();
            StripeSide.forgetsToTell("payment_intent.succeeded", checkout.intentId());
            checkout.pay();
        }
    }

    /** Details saved, paid, tab closed: it is booked without anybody asking. */
    static class NobodyCameBack extends CompleteWithSavedDetails {

        @Override
        void letTimePass(Connection connection) throws SQLException {
            due(connection);
        }

        @Override
        void request() {
        }

        @Override
        void isMended() {
            assertThat(sessionState()).isEqualTo("COMPLETED");
        }
    }

    /** The unit that was kept is free again, and nobody can pay any more. */
    static class Expiry extends Step {

        @Override
        void prepare() {
            super.prepare();
            saveDetails();
        }

        @Override
        void letTimePass(Connection connection) throws SQLException {
            expire(connection);
        }

        @Override
        Call call() {
            return new Call("POST", "/v1/payment_intents/" + checkout.intentId() + "/cancel");
        }

        @Override
        Gate.Row result() {
            return new Gate.Row("payment", "NEW.intent_id = '" + checkout.intentId() + "'");
        }

        @Override
        void isMended() {
            assertThat(sessionState()).isEqualTo("EXPIRED");
            assertThat(StripeSide.intentsOf(session())).containsExactly("canceled");
        }

        @Override
        void goOn() {
            partner.books(room, student);
        }
    }
}
