package io.housemates.checkout.details;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.platform.api.InvalidFieldsException;

/** Makes {@link StudentDetails} of a request body, or names everything that is wrong with it. */
@ApplicationScoped
public class DetailsReader {

    private static final String GUARANTOR = "has_uk_based_guarantor";
    private static final int NAME = 100;
    private static final int LINE = 200;
    private static final Set<String> GENDERS = Set.of("male", "female", "other");
    private static final ContactRule NO_RULE = new ContactRule(null, null, null, null, null, false, null);

    private final Clock clock;

    DetailsReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param body as api-contract.md describes Complete
     * @param country of the property
     * @throws InvalidFieldsException naming every wrong field
     */
    public StudentDetails read(JsonNode body, String country, ContactPolicy policy) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        StudentDetails details = read(body, messages, plan -> policy.ruleFor(country, plan));
        if (!messages.isEmpty()) {
            throw invalid(messages);
        }
        return details;
    }

    /** Says what is wrong besides whatever is offered, where it is not known what is. */
    public InvalidFieldsException refusal(JsonNode body, Map<String, List<String>> messages) {
        read(body, messages, plan -> NO_RULE);
        return invalid(messages);
    }

    /** Null where something is wrong. */
    private StudentDetails read(JsonNode body, Map<String, List<String>> messages, Function<Plan, ContactRule> rules) {
        Fields fields = new Fields(body, messages);
        Plan plan = new Plan(fields.flag("paying_in_instalments"), fields.flag(GUARANTOR),
                fields.flag("is_using_housing_hand"));
        boolean planIsWhole = messages.isEmpty();
        Optional<Resident> resident = fields.object("resident_details", true).map(this::resident);
        ContactRule rule = rules.apply(plan);
        if (rule.refuses() != null && planIsWhole) {
            fields.wrong(rule.refuses(), rule.refuses().equals(GUARANTOR)
                    ? "must be true to pay in instalments, unless Housing Hand is used."
                    : "is not offered together with the other choices.");
        }
        Optional<SupportingContact> contact = fields.object("supporting_contact_details", rule.required() && planIsWhole)
                .map(this::contact);
        Optional<Course> course = fields.object("course_details", true).map(DetailsReader::course);
        String specialRequest = fields.optionalText("special_request", 2_000);
        return !messages.isEmpty() ? null
                : new StudentDetails(plan, resident.orElseThrow(), contact.map(given -> rule.contact()).orElse(null),
                        contact.orElse(null), course.orElseThrow(), specialRequest);
    }

    private Resident resident(Fields fields) {
        return new Resident(fields.text("first_line", LINE), fields.optionalText("second_line", LINE),
                fields.text("city", NAME), fields.optionalText("region", NAME), fields.text("postcode", 20),
                fields.country("country"), fields.text("first_name", NAME), fields.text("last_name", NAME),
                fields.oneOf("gender", GENDERS), fields.country("nationality"), fields.email("email"),
                fields.pastDate("date_of_birth", today()), fields.phone("contact_number"));
    }

    private SupportingContact contact(Fields fields) {
        return new SupportingContact(fields.text("first_line", LINE), fields.optionalText("second_line", LINE),
                fields.text("city", NAME), fields.optionalText("region", NAME), fields.text("postcode", 20),
                fields.country("country"), fields.text("first_name", NAME), fields.text("last_name", NAME),
                fields.email("email"), fields.pastDate("date_of_birth", today()), fields.phone("contact_number"),
                fields.text("relationship", NAME));
    }

    private static Course course(Fields fields) {
        return new Course(fields.text("university", LINE), fields.text("year_of_study", NAME),
                fields.text("course_title", LINE));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Clients tell a wrong phone number by the top-level message. */
    private static InvalidFieldsException invalid(Map<String, List<String>> messages) {
        boolean phone = messages.values().stream().anyMatch(texts -> texts.contains(Fields.INVALID_PHONE));
        return phone ? new InvalidFieldsException(Fields.INVALID_PHONE, messages) : new InvalidFieldsException(messages);
    }
}
