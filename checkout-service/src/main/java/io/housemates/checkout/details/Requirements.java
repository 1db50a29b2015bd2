package io.housemates.checkout.details;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What Complete will ask, announced by Start.
 *
 * @param country of the property
 * @param plans how the rent can be paid
 * @param contactRules the first that fits the student's choices says which supporting contact is asked
 */
public record Requirements(String country, List<String> plans,
        @JsonProperty("contact_rules") List<ContactRule> contactRules,
        @JsonProperty("resident_details") List<String> residentDetails,
        @JsonProperty("supporting_contact_details") List<String> supportingContactDetails,
        @JsonProperty("course_details") List<String> courseDetails) {

    private static final List<String> RESIDENT = List.of("first_line", "city", "postcode", "country", "first_name",
            "last_name", "gender", "nationality", "email", "date_of_birth", "contact_number");
    private static final List<String> CONTACT = List.of("first_line", "city", "postcode", "country", "first_name",
            "last_name", "email", "date_of_birth", "contact_number", "relationship");
    private static final List<String> COURSE = List.of("university", "year_of_study", "course_title");

    public static Requirements of(String country, ContactPolicy policy) {
        return new Requirements(country, List.of("in_full", "instalments"), policy.rulesFor(country), RESIDENT, CONTACT,
                COURSE);
    }
}
