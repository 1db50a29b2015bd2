package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Everything a booking knows about people, kept as one document so that it can be protected and forgotten as one.
 *
 * @param resident null only in {@link #ERASED}, like course
 * @param supportingContact null when none was given
 * @param specialRequest null or text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Details(Resident resident, SupportingContact supportingContact, Course course, String specialRequest) {

    /** What is left when the key is destroyed. */
    public static final Details ERASED = new Details(null, null, null, null);

    @Override
    public String toString() {
        return "Details[…]";
    }
}
