package io.housemates.acceptance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.housemates.acceptance.support.Api;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Student;

/** The hosted page that asks the student for name and address, sent by a browser without scripts. */
record HostedForm(Checkout checkout) {

    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    /** Right once, and once with a mistake, so that the page repeats what was typed. */
    void tells(Student student) {
        Map<String, String> fields = new LinkedHashMap<>();
        student.resident().properties()
                .forEach(field -> fields.put("resident_details." + field.getKey(), field.getValue().asText()));
        String[] date = fields.remove("resident_details.date_of_birth").split("-");
        fields.put("resident_details.date_of_birth.day", date[0]);
        fields.put("resident_details.date_of_birth.month", "13");
        fields.put("resident_details.date_of_birth.year", date[2]);
        send(fields);
        assertThat(page().get("/you").expect(200).body()).contains(fields.get("resident_details.city"));
        fields.put("resident_details.date_of_birth.month", date[1]);
        send(fields);
    }

    private void send(Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page().get("/you").expect(200).body());
        assertThat(token.find()).as("form on the page").isTrue();
        fields.put("form_token", token.group(1));
        page().postForm("/you", fields).expect(303);
    }

    private Api page() {
        return new Api(checkout.url().replaceFirst("/start$", ""), Map.of("Accept", "text/html"));
    }
}
