package io.housemates.acceptance.support;

/** Checkout sessions as the database keeps them, and their time, which tests turn on. */
public final class Sessions {

    private Sessions() {
    }

    /** The id of the only session there is for a room. */
    public static String of(Room room) {
        return Database.CHECKOUT.text("SELECT id FROM checkout_session WHERE room_id = ?", room.id());
    }

    public static String stateOf(String sessionId) {
        return Database.CHECKOUT.text("SELECT state FROM checkout_session WHERE id = ?", sessionId);
    }

    /** As if its time were up a second ago. */
    public static void expire(String sessionId) {
        Database.CHECKOUT.update("""
                UPDATE checkout_session SET created_at = now() - interval '2 hours', expires_at = now() - interval '1 second',
                next_step_at = now(), news = true WHERE id = ?""", sessionId);
    }

    /** As if two minutes were left. */
    public static void hurry(String sessionId) {
        leave(sessionId, "2 minutes");
    }

    /** As if so much were left, for example {@code 2 minutes}. */
    public static void leave(String sessionId, String time) {
        Database.CHECKOUT.update("UPDATE checkout_session SET expires_at = now() + ?::interval WHERE id = ?", time, sessionId);
    }
}
