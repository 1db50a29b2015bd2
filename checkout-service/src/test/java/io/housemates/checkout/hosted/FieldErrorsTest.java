package io.housemates.checkout.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

/** The pages refuse what the API refuses, and say so in its words. */
@CheckoutTest
class FieldErrorsTest {

    private static final Pattern ERROR = Pattern.compile("id=\"([\\w.]+)\\.error\"><span[^>]*>[^<]*</span>([^<]*)</p>");
    private static final Map<String, String> STEPS = Map.of("resident_details", "you", "course_details", "course",
            "supporting_contact_details", "contact");

    TestPartner partner;
    Started started;
    HostedStudent student;

    @BeforeEach
    void start() {
        partner = TestPartner.create();
        started = partner.started(TestRoom.withUnits(1));
        student = HostedStudent.of(started);
    }

    @Test
    void whatIsMissing() {
        sayTheSame(field -> "");
    }

    @Test
    void whatIsTooLong() {
        sayTheSame(field -> field.endsWith("date_of_birth") ? "01-01-20040" : "a".repeat(2_001));
    }

    @Test
    void whatIsMalformed() {
        sayTheSame(field -> field.endsWith("date_of_birth") ? "30-02-2004" : "?");
    }

    @Test
    void whatIsNotPastOrNotText() {
        sayTheSame(field -> field.endsWith("date_of_birth") ? "01-01-2124" : "a\u0007b");
    }

    @Test
    void aPlanThatWasNotChosen() {
        student.send("you", HostedStudent.you());
        student.send("course", HostedStudent.course());
        student.send("plan", Map.of("plan", "something")).then().statusCode(303);
        assertThat(shown("plan")).isEqualTo(Map.of("plan", "Paying your rent: please choose one of the list."));
    }

    @Test
    void whatIsOptionalAndTooLong() {
        String text = "a".repeat(2_001);
        var said = new LinkedHashMap<String, String>();
        for (String name : new String[] { "second_line", "region" }) {
            Map<String, String> you = HostedStudent.you();
            you.put("resident_details." + name, text);
            student.send("you", you);
            said.putAll(shown("you"));
        }
        student.send("you", HostedStudent.you());
        Map<String, String> course = HostedStudent.course();
        course.put("special_request", text);
        student.send("course", course);
        said.putAll(shown("course"));
        assertThat(said).isEqualTo(Map.of("resident_details.second_line", told("resident_details", "second_line", text),
                "resident_details.region", told("resident_details", "region", text), "special_request",
                told(null, "special_request", text)));
    }

    /** Each rule that a field can break, in each language: none falls back to English, and each names its field. */
    @ParameterizedTest
    @CsvSource({ "es,Nombre", "zh-CN,名" })
    void noWordOfEnglishInOtherLanguages(String language, String firstName) {
        student.get("start?lang=" + language);
        for (String wrong : new String[] { "", "?", "a\u0007b", "a".repeat(2_001), "01-01-2124" }) {
            UnaryOperator<String> bad = field -> !field.endsWith("date_of_birth") ? wrong
                    : wrong.isEmpty() || wrong.startsWith("0") ? wrong : "30-02-2004";
            student.send("you", typed("resident_details", new HashMap<>(Sample.resident()), bad));
            assertThat(translated("you")).as(wrong).isNotEmpty();
            if (wrong.isEmpty()) {
                assertThat(shown("you").get("resident_details.first_name")).contains(firstName);
            }
            student.send("you", HostedStudent.you());
            student.send("course", typed("course_details", course(), bad));
            translated("course");
            student.send("course", HostedStudent.course());
            student.send("plan", Map.of("plan", wrong));
            assertThat(translated("plan")).hasSize(1);
            student.send("plan", Map.of("plan", "guarantor"));
            student.send("contact", typed("supporting_contact_details", Sample.contact(), bad));
            assertThat(translated("contact")).as(wrong).isNotEmpty();
        }
    }

    private Map<String, String> translated(String page) {
        Map<String, String> said = shown(page);
        assertThat(said.values()).as(page)
                .noneMatch(text -> text.matches(".*\\b(The|must|is|may|not|contains|one of|please)\\b.*"));
        return said;
    }

    /** With the same wrong value in every field; what is right with it is shown to be right on the pages too. */
    private void sayTheSame(UnaryOperator<String> wrong) {
        Map<String, String> told = told(wrong);
        student.send("you", typed("resident_details", Sample.resident(), wrong));
        Map<String, String> said = new LinkedHashMap<>(shown("you"));
        student.send("you", HostedStudent.you());
        student.send("course", typed("course_details", course(), wrong));
        said.putAll(shown("course"));
        student.send("course", HostedStudent.course());
        student.send("plan", Map.of("plan", "guarantor"));
        student.send("contact", typed("supporting_contact_details", Sample.contact(), wrong));
        said.putAll(shown("contact"));
        assertThat(said).isEqualTo(told);
    }

    private Map<String, String> told(UnaryOperator<String> wrong) {
        Map<String, Object> body = Sample.request();
        STEPS.keySet().forEach(object -> body.put(object, values(object, object(body, object), wrong)));
        Map<String, List<String>> messages = partner.saveDetails(started, body).then().statusCode(422).extract()
                .path("data.messages");
        Map<String, String> first = new HashMap<>();
        messages.forEach((field, texts) -> first.put(field, texts.get(0)));
        return first;
    }

    @SuppressWarnings("unchecked")
    private String told(String object, String name, String value) {
        Map<String, Object> body = Sample.request();
        if (object == null) {
            body.put(name, value);
        } else {
            Map<String, Object> fields = new HashMap<>((Map<String, Object>) body.get(object));
            fields.put(name, value);
            body.put(object, fields);
        }
        String field = object == null ? name : object + "." + name;
        return partner.saveDetails(started, body).then().statusCode(422).extract()
                .<Map<String, List<String>>> path("data.messages").get(field).get(0);
    }

    private Map<String, String> shown(String page) {
        Map<String, String> errors = new HashMap<>();
        ERROR.matcher(student.get(page + "?check=1").asString()).results()
                .forEach(error -> errors.put(error.group(1), error.group(2)));
        return errors;
    }

    private static Map<String, Object> values(String object, Map<String, Object> sample, UnaryOperator<String> wrong) {
        Map<String, Object> values = new HashMap<>();
        sample.keySet().forEach(name -> values.put(name, wrong.apply(object + "." + name)));
        return values;
    }

    private static Map<String, String> typed(String object, Map<String, Object> sample, UnaryOperator<String> wrong) {
        Map<String, String> fields = new LinkedHashMap<>();
        values(object, sample, wrong).forEach((name, value) -> fields.put(object + "." + name, (String) value));
        String date = fields.remove(object + ".date_of_birth");
        if (date != null && !date.isEmpty()) {
            String[] parts = date.split("-");
            fields.put(object + ".date_of_birth.day", parts[0]);
            fields.put(object + ".date_of_birth.month", parts[1]);
            fields.put(object + ".date_of_birth.year", parts[2]);
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> body, String name) {
        return (Map<String, Object>) body.get(name);
    }

    private static Map<String, Object> course() {
        return object(Sample.request(), "course_details");
    }
}
