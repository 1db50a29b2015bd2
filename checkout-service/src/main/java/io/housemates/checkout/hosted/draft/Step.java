package io.housemates.checkout.hosted.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.NotFoundException;

/** The pages that ask something, in their order; a field is named as the API names it in its messages. */
public enum Step {

    YOU(of("resident_details", "first_name", "last_name", "date_of_birth", "gender", "nationality", "email", "contact_number",
            "country", "first_line", "second_line", "city", "region", "postcode")),
    COURSE(List.of("course_details.university", "course_details.course_title", "course_details.year_of_study",
            "special_request")),
    PLAN(List.of(Step.CHOICE)),
    CONTACT(of("supporting_contact_details", "first_name", "last_name", "relationship", "date_of_birth", "email",
            "contact_number", "country", "first_line", "second_line", "city", "region", "postcode"));

    /** The one field that is not the API's: it stands for the three flags. */
    public static final String CHOICE = "plan";

    private final List<String> fields;

    Step(List<String> fields) {
        this.fields = fields;
    }

    /** In the order of the page. */
    public List<String> fields() {
        return fields;
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a message of the API about this field belongs on this page. */
    public boolean asks(String field) {
        return switch (this) {
            case YOU -> field.startsWith("resident_details");
            case COURSE -> field.startsWith("course_details") || field.equals("special_request");
            case CONTACT -> field.startsWith("supporting_contact_details");
            case PLAN -> List.of("paying_in_instalments", "has_uk_based_guarantor", "is_using_housing_hand").contains(field);
        };
    }

    /** The one whose page has this last part of its address; empty for other pages. */
    public static Optional<Step> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }

    /** For path parameters. */
    public static Step fromString(String path) {
        return at(path).orElseThrow(NotFoundException::new);
    }

    private static List<String> of(String object, String... names) {
        return Stream.of(names).map(name -> object + "." + name).toList();
    }
}
