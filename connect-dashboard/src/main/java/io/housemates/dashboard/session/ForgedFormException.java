package io.housemates.dashboard.session;

/** A form without the token of its session: forged, or left open while the session ended. */
public class ForgedFormException extends RuntimeException {

    ForgedFormException() {
        super("A form came without the token of its session", null, false, false);
    }
}
