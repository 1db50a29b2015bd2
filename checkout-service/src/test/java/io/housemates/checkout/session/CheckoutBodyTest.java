package io.housemates.checkout.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.support.Sample;
import io.housemates.platform.api.ApiException;

class CheckoutBodyTest {

    static final ObjectMapper JSON = new ObjectMapper();

    CheckoutBody bodies = new CheckoutBody(JSON);

    @Test
    void readsJsonTextInFormFieldsLikeJson() throws Exception {
        Map<String, Object> sample = Sample.request();
        sample.remove("special_request");
        ObjectNode form = form(Map.of("paying_in_instalments", "true", "has_uk_based_guarantor", "1",
                "is_using_housing_hand", "true",
                "resident_details", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample.get("resident_details")),
                "supporting_contact_details", JSON.writeValueAsString(sample.get("supporting_contact_details")),
                "course_details", JSON.writeValueAsString(sample.get("course_details"))));

        assertThat(form).isEqualTo(JSON.valueToTree(sample));
    }

    @Test
    void readsBracketedFields() {
        ObjectNode form = form(Map.of("resident_details[first_name]", "Zo\u00eb", "resident_details[contact_number]", "+44 1"));
        assertThat(form.at("/resident_details/first_name").asText()).isEqualTo("Zo\u00eb");
        assertThat(form.at("/resident_details/contact_number").asText()).isEqualTo("+44 1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "resident_details=x&resident_details[first_name]=y",
            "resident_details[first_name]=y&resident_details=x" })
    void leavesAPlainFieldThatIsNoObjectToItsRule(String body) {
        assertThat(form(body).get("resident_details").asText()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = { "resident_details=&resident_details[first_name]=y",
            "resident_details[first_name]=y&resident_details=" })
    void takesBracketedFieldsNextToABlankOne(String body) {
        assertThat(form(body).at("/resident_details/first_name").asText()).isEqualTo("y");
    }

    @Test
    void readsBracketsOnlyWhereAnObjectIsExpected() {
        assertThat(form("session_token=a&session_token[b]=c").get("session_token").asText()).isEqualTo("a");
    }

    @Test
    void leavesWhatIsNoBooleanAndNoJsonToTheFieldsRules() {
        ObjectNode form = form(Map.of("paying_in_instalments", "yes", "resident_details", "{broken"));
        assertThat(form.get("paying_in_instalments").isTextual()).isTrue();
        assertThat(form.get("resident_details").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "\"text\"", "{\"a\":}", "\u0001" })
    void refusesABodyThatIsNoJsonObject(String body) {
        assertThatThrownBy(() -> bodies.read(body.getBytes(UTF_8), MediaType.APPLICATION_JSON_TYPE))
                .isInstanceOf(ApiException.class).hasMessage("api.malformed_request");
    }

    @Test
    void refusesAFormWithBrokenEscapes() {
        assertThatThrownBy(
                () -> bodies.read("a=%zz".getBytes(UTF_8), MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isInstanceOf(ApiException.class);
    }

    private ObjectNode form(Map<String, String> fields) {
        return form(fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }

    private ObjectNode form(String body) {
        return bodies.read(body.getBytes(UTF_8), MediaType.valueOf("application/x-www-form-urlencoded; charset=utf-8"));
    }
}
