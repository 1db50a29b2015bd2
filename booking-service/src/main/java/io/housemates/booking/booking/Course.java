package io.housemates.booking.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the student studies, and where. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Course(String university, String yearOfStudy, String courseTitle) {

    @Override
    public String toString() {
        return "Course[…]";
    }
}
