package io.housemates.checkout.details;

/** What the student studies; {@code yearOfStudy} is free text. */
public record Course(String university, String yearOfStudy, String courseTitle) {
}
