package io.housemates.acceptance.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a student fills in. Nobody else has the names, addresses and numbers, so that finding one somewhere means something. */
public record Student(String json) {

    private static final List<String> PERSONAL = List.of("first_line", "postcode", "first_name", "last_name", "email",
            "date_of_birth", "contact_number");

    /** The documented sample request: all flags true, lower-case city, no second line. */
    public static Student sample() {
        String mark = mark();
        int number = ThreadLocalRandom.current().nextInt(1000, 9999);
        return new Student("""
                {"paying_in_instalments":true,"has_uk_based_guarantor":true,"is_using_housing_hand":true,
                 "resident_details":{"first_line":"12 %1$s Street","city":"manchester","postcode":"M1 1AA","country":"gb",
                   "first_name":"Jane%1$s","last_name":"O’Zo\\u00eb%1$s","gender":"female","nationality":"gb",
                   "email":"jane.%1$s@example.com","date_of_birth":"17-05-2004","contact_number":"+44740012%2$d"},
                 "supporting_contact_details":{"first_line":"1 %1$s Road","city":"leeds","postcode":"LS1 4AP","country":"gb",
                   "first_name":"John%1$s","last_name":"Doe%1$s","email":"john.%1$s@example.com",
                   "date_of_birth":"05-11-1974","contact_number":"+44740065%2$d","relationship":"father"},
                 "course_details":{"university":"University of Manchester","year_of_study":"Undergraduate - First Year",
                   "course_title":"Computer Science"}}
                """.formatted(mark, number)).noted();
    }

    /** A new copy each time. */
    public ObjectNode details() {
        return Json.object(json);
    }

    public JsonNode resident() {
        return details().path("resident_details");
    }

    public JsonNode contact() {
        return details().path("supporting_contact_details");
    }

    /** Form fields: flags as words, each object as one field holding JSON text. */
    public Map<String, String> asForm() {
        var fields = new LinkedHashMap<String, String>();
        details().properties().forEach(member -> fields.put(member.getKey(),
                member.getValue().isObject() ? member.getValue().toString() : member.getValue().asText()));
        return fields;
    }

    /** Form fields as browsers name those of nested objects: {@code resident_details[first_name]}. */
    public Map<String, String> asBracketedForm() {
        var fields = new LinkedHashMap<String, String>();
        details().properties().forEach(member -> {
            if (member.getValue().isObject()) {
                member.getValue().properties().forEach(
                        inner -> fields.put(member.getKey() + "[" + inner.getKey() + "]", inner.getValue().asText()));
            } else {
                fields.put(member.getKey(), member.getValue().asText());
            }
        });
        return fields;
    }

    @Override
    public String toString() {
        return "Student";
    }

    private Student noted() {
        for (JsonNode person : List.of(resident(), contact())) {
            PERSONAL.forEach(field -> Confidential.note(person.path(field).asText()));
        }
        return this;
    }

    private static String mark() {
        return ThreadLocalRandom.current().ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
