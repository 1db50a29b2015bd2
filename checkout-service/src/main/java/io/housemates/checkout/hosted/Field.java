package io.housemates.checkout.hosted;

import io.housemates.checkout.hosted.draft.Typed;

/**
 * One field of a form.
 *
 * @param name the API's
 * @param value as typed, empty when nothing was
 * @param error null when it is right
 */
record Field(String name, String value, String error) {

    /** What is in one of a date's boxes. */
    public String part(String box) {
        String[] parts = value.split("-", -1);
        int index = Typed.DATE_PARTS.indexOf(box);
        return index < parts.length ? parts[index] : "";
    }

    public boolean isChosen(String option) {
        return value.equalsIgnoreCase(option);
    }
}
