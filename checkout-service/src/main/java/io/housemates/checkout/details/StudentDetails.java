package io.housemates.checkout.details;

/**
 * Everything a student tells us to make a booking.
 *
 * @param contactKind what the supporting contact is, null without one
 * @param supportingContact null where none was asked or given
 * @param specialRequest null or text
 */
public record StudentDetails(Plan plan, Resident resident, ContactRule.Contact contactKind,
        SupportingContact supportingContact, Course course, String specialRequest) {

    @Override
    public String toString() {
        return "StudentDetails[…]";
    }
}
