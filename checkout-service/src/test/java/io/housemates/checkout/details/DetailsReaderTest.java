package io.housemates.checkout.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.support.Sample;
import io.housemates.platform.api.InvalidFieldsException;

class DetailsReaderTest {

    static final ObjectMapper JSON = new ObjectMapper();

    DetailsReader reader = new DetailsReader(Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
    ContactPolicy policy = ContactPolicy.standard(JSON);
    Map<String, Object> sample;
    Map<String, Object> resident;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void takeTheSample() {
        sample = Sample.request();
        resident = (Map<String, Object>) sample.get("resident_details");
    }

    @Test
    void acceptsTheDocumentedSample() {
        StudentDetails details = read("gb");

        assertThat(details.resident().firstName()).isEqualTo("Zo\u00eb");
        assertThat(details.resident().city()).isEqualTo("manchester");
        assertThat(details.resident().secondLine()).isNull();
        assertThat(details.resident().dateOfBirth()).isEqualTo(LocalDate.of(2004, 2, 29));
        assertThat(details.course().yearOfStudy()).isEqualTo("Undergraduate - First Year");
        assertThat(details.contactKind()).isEqualTo(ContactRule.Contact.GUARANTOR);
        assertThat(details.specialRequest()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            first_name     | null             | The first name is required.
            first_name     | '   '            | The first name is required.
            country        | gbr              | The country must be an ISO 3166 alpha-2 code.
            nationality    | xx               | The nationality must be an ISO 3166 alpha-2 code.
            gender         | unknown          | The gender must be one of female, male, other.
            email          | zoe              | The email must be an e-mail address.
            email          | zoe@example      | The email must be an e-mail address.
            date_of_birth  | 2004-02-29       | The date of birth must be a date in the form DD-MM-YYYY.
            date_of_birth  | 29-02-2005       | The date of birth must be a date in the form DD-MM-YYYY.
            date_of_birth  | 01-01--2000      | The date of birth must be a date in the form DD-MM-YYYY.
            date_of_birth  | 01-01-12004      | The date of birth must be a date in the form DD-MM-YYYY.
            date_of_birth  | 29-02-0004       | The date of birth must be a date in the form DD-MM-YYYY.
            date_of_birth  | 23-11-2026       | The date of birth must be in the past.
            contact_number | 07400123456      | The phone number is invalid.
            contact_number | +4474            | The phone number is invalid.
            postcode       | 123456789012345678901 | The postcode may not be longer than 20 characters.
            """)
    void saysWhatIsWrongWithAField(String field, String value, String message) {
        resident.put(field, value);
        assertThat(messages("gb")).containsExactly(Map.entry("resident_details." + field, List.of(message)));
    }

    @Test
    void refusesValuesOfAnotherTypeAndTextNoDatabaseCanKeep() {
        resident.put("first_name", 5);
        resident.put("last_name", List.of("a"));
        resident.put("city", "a\u0000b");
        sample.put("paying_in_instalments", "yes");
        sample.put("course_details", "text");

        assertThat(messages("gb")).containsOnlyKeys("resident_details.first_name", "resident_details.last_name",
                "resident_details.city", "paying_in_instalments", "course_details");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        sample.clear();
        assertThat(messages("gb")).containsOnlyKeys("paying_in_instalments", "has_uk_based_guarantor", "is_using_housing_hand",
                "resident_details", "course_details");
    }

    @Test
    void tellsAWrongPhoneNumberByTheMessage() {
        resident.put("contact_number", "+44");
        assertThatThrownBy(() -> read("gb")).hasMessage("The phone number is invalid.");
    }

    @Test
    void wantsTheGuarantorWhereOneIsNeeded() {
        sample.put("is_using_housing_hand", false);
        sample.remove("supporting_contact_details");
        assertThat(messages("gb")).containsOnlyKeys("supporting_contact_details");
    }

    @Test
    void refusesInstalmentsThatNobodyVouchesFor() {
        sample.put("is_using_housing_hand", false);
        sample.put("has_uk_based_guarantor", false);
        assertThat(messages("gb")).containsOnlyKeys("has_uk_based_guarantor");
        assertThat(read("au").contactKind()).isEqualTo(ContactRule.Contact.EMERGENCY_CONTACT);
    }

    @Test
    void needsNoContactWhereHousingHandStandsAsGuarantor() {
        sample.put("supporting_contact_details", null);
        StudentDetails details = read("gb");
        assertThat(details.supportingContact()).isNull();
        assertThat(details.contactKind()).isNull();
    }

    @Test
    void ignoresMembersItDoesNotKnow() {
        sample.put("something_new", Map.of());
        resident.put("middle_name", 7);
        assertThat(read("gb")).isNotNull();
    }

    private StudentDetails read(String country) {
        return reader.read(JSON.<JsonNode> valueToTree(sample), country, policy);
    }

    private Map<String, List<String>> messages(String country) {
        return catchThrowableOfType(InvalidFieldsException.class, () -> read(country)).messages();
    }
}
