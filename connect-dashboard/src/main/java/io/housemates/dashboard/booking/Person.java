package io.housemates.dashboard.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A person of a booking.
 *
 * @param gender of the resident only, else null
 * @param nationality of the resident only, else null
 * @param relationship of the supporting contact only, else null
 */
@JsonNaming(SnakeCaseStrategy.class)
record Person(String firstLine, String secondLine, String city, String region, String postcode, String country,
        String firstName, String lastName, String gender, String nationality, String email,
        @JsonFormat(pattern = "dd-MM-yyyy") LocalDate dateOfBirth, String contactNumber, String relationship) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** The address without its country, line by line. */
    public List<String> addressLines() {
        return Stream.of(firstLine, secondLine, city, region, postcode)
                .filter(line -> line != null && !line.isBlank()).toList();
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
