package io.housemates.dashboard.webhook;

/**
 * What the page after a form says, once.
 *
 * @param text what was done
 * @param secret the signing secret of a new webhook, or empty
 */
record Notice(String text, String secret) {

    static Notice of(String text) {
        return new Notice(text, "");
    }

    /** May hold a secret. */
    @Override
    public String toString() {
        return "Notice[" + text + "]";
    }
}
