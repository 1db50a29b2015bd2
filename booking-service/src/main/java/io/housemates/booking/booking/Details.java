package io.housemates.booking.booking;

/**
 * Everything a booking knows about people, kept as one document so that it can be protected and forgotten as one.
 *
 * @param supportingContact null when none was given
 * @param specialRequest null or text
 */
public record Details(Resident resident, SupportingContact supportingContact, Course course, String specialRequest) {

    @Override
    public String toString() {
        return "Details[…]";
    }
}
