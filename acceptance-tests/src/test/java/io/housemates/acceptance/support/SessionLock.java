package io.housemates.acceptance.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Holds the rows of a room's sessions, so that whoever wants to write them waits until it is killed. */
public final class SessionLock implements AutoCloseable {

    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'checkout' AND wait_event_type = 'Lock'";

    private final Connection connection;

    private SessionLock(Connection connection) {
        this.connection = connection;
    }

    public static SessionLock onAllOf(Room room) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection
                    .prepareStatement("SELECT id FROM checkout_session WHERE room_id = ? FOR UPDATE")) {
                lock.setString(1, room.id());
                lock.executeQuery();
            }
            return new SessionLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void awaitSomebodyWaiting() {
        Patience.await("somebody waiting for the lock").until(() -> Integer.parseInt(text(WAITING, null)) > 0);
    }

    public static String sessionOf(Room room) {
        return text("SELECT id FROM checkout_session WHERE room_id = ?", room.id());
    }

    public static String stateOf(String sessionId) {
        return text("SELECT state FROM checkout_session WHERE id = ?", sessionId);
    }

    public static String paymentStateOf(Checkout checkout) {
        return text("SELECT state FROM payment WHERE intent_id = ?", checkout.intentId());
    }

    /** As if its time were up a second ago. */
    public static void expire(String sessionId) {
        text("UPDATE checkout_session SET created_at = now() - interval '2 hours', expires_at = now() - interval '1 second', "
                + "next_step_at = now() WHERE id = ? RETURNING id", sessionId);
    }

    /** As if two minutes were left. */
    public static void hurry(String sessionId) {
        text("UPDATE checkout_session SET expires_at = now() + interval '2 minutes' WHERE id = ? RETURNING id", sessionId);
    }

    private static String text(String sql, String parameter) {
        try (Connection connection = connect(); PreparedStatement query = connection.prepareStatement(sql)) {
            if (parameter != null) {
                query.setString(1, parameter);
            }
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        var postgres = SharedStack.get().description().postgres();
        return DriverManager.getConnection("jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/checkout",
                postgres.user(), postgres.password());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
