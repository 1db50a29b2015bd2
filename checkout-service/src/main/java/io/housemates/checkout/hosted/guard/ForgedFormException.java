package io.housemates.checkout.hosted.guard;

/** A form that none of the session's own pages sent. */
public class ForgedFormException extends RuntimeException {

    ForgedFormException() {
        super("A form without the session's token", null, false, false);
    }
}
