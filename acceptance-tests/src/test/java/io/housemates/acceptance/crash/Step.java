package io.housemates.acceptance.crash;

import java.sql.Connection;
import java.sql.SQLException;

import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Student;

/** One step of checkout-service that is to be killed, with a student and a room with one unit of its own. */
abstract class Step {

    /** A call to Stripe. */
    record Call(String method, String path) {
    }

    final Partner partner = Partner.create();
    final Room room = Room.create(1);
    final Student student = Student.sample();
    Checkout checkout;

    /** Everything before the step; Stripe behaves, and the process lives. */
    void prepare() {
        checkout = Checkout.start(partner, room);
    }

    /** Whether nobody but the test is about to move the session. */
    boolean isQuiet() {
        return true;
    }

    /** Makes the step due, where it is the reconciler's: within the connection's transaction, so that all are due at once. */
    void letTimePass(Connection connection) throws SQLException {
    }

    /** Sends the request that the step is made of, where it is a request's. Nobody looks at its answer. */
    void request() {
    }

    /** What the step asks Stripe; null where it asks nothing. */
    Call call() {
        return null;
    }

    /** The row in which the step writes down what came of it. */
    abstract Gate.Row result();

    /** Asserts what has to become of it. Asked again and again, so what it does has to bear repetition. */
    abstract void isMended();

    /** What others can do afterwards. */
    void goOn() {
    }

    /** Saves details, and lets the reconciler see that nothing is paid yet. */
    final void saveDetails() {
        checkout.saveDetails(student).expect(200);
        Patience.await("a look at what was saved").until(() -> Database.CHECKOUT.text("""
                SELECT id FROM checkout_session WHERE id = ? AND next_step_at > now() + interval '30 s'""", session()) != null);
    }

    final void due(Connection connection) throws SQLException {
        Database.update(connection, "UPDATE checkout_session SET next_step_at = now(), news = true WHERE id = ?", session());
    }

    final void expire(Connection connection) throws SQLException {
        Database.update(connection, """
                UPDATE checkout_session SET next_step_at = now(), news = true, expires_at = now() WHERE id = ?""", session());
    }

    final void endAttention(Connection connection) throws SQLException {
        Database.update(connection, """
                UPDATE checkout_session SET next_step_at = now(), news = true, attention_until = now() WHERE id = ?""",
                session());
    }

    final String session() {
        return Database.CHECKOUT.text("SELECT session_id FROM payment WHERE intent_id = ?", checkout.intentId());
    }

    final String sessionState() {
        return Database.CHECKOUT.text("SELECT state FROM checkout_session WHERE id = ?", session());
    }

    final String paymentState() {
        return Database.CHECKOUT.text("SELECT state FROM payment WHERE intent_id = ?", checkout.intentId());
    }
}
