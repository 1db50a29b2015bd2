package io.housemates.checkout.hosted;

import java.util.List;
import java.util.stream.Stream;

import io.housemates.checkout.catalogue.PostalAddress;
import io.housemates.checkout.details.Course;
import io.housemates.checkout.details.Resident;
import io.housemates.checkout.details.StudentDetails;
import io.housemates.checkout.details.SupportingContact;
import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Wording;

/**
 * What the student told, to be checked once more; each a few lines.
 *
 * @param year of study, in the words of the API
 * @param plan the value of the choice
 * @param contact empty where none was given
 * @param request null where there is none
 */
record Review(List<String> you, List<String> home, List<String> course, String year, String plan, List<String> contact,
        String request) {

    static Review of(StudentDetails details, Draft draft, Wording wording) {
        return new Review(you(details.resident(), wording), home(details.resident(), wording), course(details.course()),
                details.course().yearOfStudy(),
                draft.fields().get(Step.CHOICE), contact(details.supportingContact(), wording), details.specialRequest());
    }

    private static List<String> you(Resident you, Wording wording) {
        return List.of(you.firstName() + " " + you.lastName(), wording.date(you.dateOfBirth()), wording.gender(you.gender()),
                wording.country(you.nationality()), you.email(), you.contactNumber());
    }

    private static List<String> home(Resident you, Wording wording) {
        var address = new PostalAddress(you.firstLine(), you.secondLine(), you.city(), you.region(), you.postcode(),
                you.country());
        return lines(address, wording).toList();
    }

    private static List<String> course(Course course) {
        return List.of(course.courseTitle(), course.university());
    }

    private static List<String> contact(SupportingContact contact, Wording wording) {
        if (contact == null) {
            return List.of();
        }
        var address = new PostalAddress(contact.firstLine(), contact.secondLine(), contact.city(), contact.region(),
                contact.postcode(), contact.country());
        return Stream.concat(Stream.of(contact.firstName() + " " + contact.lastName(), contact.relationship(),
                wording.date(contact.dateOfBirth()), contact.email(), contact.contactNumber()), lines(address, wording))
                .toList();
    }

    private static Stream<String> lines(PostalAddress address, Wording wording) {
        return Stream.concat(wording.address(address).stream(), Stream.of(wording.country(address.country())));
    }

    @Override
    public String toString() {
        return "Review[…]";
    }
}
