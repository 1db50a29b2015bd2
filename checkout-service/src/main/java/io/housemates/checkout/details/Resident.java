package io.housemates.checkout.details;

import java.time.LocalDate;

/** The student who moves in; text is kept exactly as sent. */
public record Resident(String firstLine, String secondLine, String city, String region, String postcode, String country,
        String firstName, String lastName, String gender, String nationality, String email, LocalDate dateOfBirth,
        String contactNumber) {

    @Override
    public String toString() {
        return "Resident[…]";
    }
}
