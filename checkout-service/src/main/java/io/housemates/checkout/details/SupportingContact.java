package io.housemates.checkout.details;

import java.time.LocalDate;

/** Guarantor or emergency contact, see {@link ContactPolicy}. */
public record SupportingContact(String firstLine, String secondLine, String city, String region, String postcode,
        String country, String firstName, String lastName, String email, LocalDate dateOfBirth, String contactNumber,
        String relationship) {

    @Override
    public String toString() {
        return "SupportingContact[…]";
    }
}
