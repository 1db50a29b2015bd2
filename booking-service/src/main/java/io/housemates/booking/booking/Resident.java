package io.housemates.booking.booking;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The student who moves in; text is exactly as sent. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Resident(String firstLine, String secondLine, String city, String region, String postcode, String country,
        String firstName, String lastName, String gender, String nationality, String email, LocalDate dateOfBirth,
        String contactNumber) {

    public Resident {
        requireNonNull(firstName, "firstName");
        requireNonNull(lastName, "lastName");
        requireNonNull(email, "email");
    }

    @Override
    public String toString() {
        return "Resident[…]";
    }
}
