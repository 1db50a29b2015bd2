package io.housemates.booking.booking;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The student's guarantor or emergency contact; {@link PaymentPlan#supportingContactKind} says which. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SupportingContact(String firstLine, String secondLine, String city, String region, String postcode,
        String country, String firstName, String lastName, String email, LocalDate dateOfBirth, String contactNumber,
        String relationship) {

    public SupportingContact {
        requireNonNull(firstName, "firstName");
        requireNonNull(lastName, "lastName");
        requireNonNull(email, "email");
    }

    @Override
    public String toString() {
        return "SupportingContact[…]";
    }
}
