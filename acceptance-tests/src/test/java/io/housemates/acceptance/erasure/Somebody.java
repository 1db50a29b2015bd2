package io.housemates.acceptance.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.acceptance.support.Confidential;
import io.housemates.acceptance.support.Student;

/**
 * A student whose every answer holds something that stands nowhere else in the world.
 *
 * @param traces what must not be found once the student is erased
 */
record Somebody(Student student, List<String> traces) {

    static Somebody unmistakable() {
        List<String> traces = new ArrayList<>();
        ObjectNode answers = Student.sample().details().put("special_request", "A quiet room, I am " + mark(traces));
        person((ObjectNode) answers.get("resident_details"), traces);
        person((ObjectNode) answers.get("supporting_contact_details"), traces);
        ((ObjectNode) answers.get("supporting_contact_details")).put("relationship", mark(traces));
        ((ObjectNode) answers.get("course_details")).put("course_title", mark(traces)).put("university", mark(traces));
        traces.forEach(Confidential::note);
        return new Somebody(new Student(answers.toString()), List.copyOf(traces));
    }

    private static void person(ObjectNode person, List<String> traces) {
        for (String name : List.of("first_name", "last_name")) {
            person.put(name, person.get(name).asText() + "\u2019\u00eb" + mark(traces));
        }
        person.put("first_line", "12 " + mark(traces) + " Street").put("second_line", "Flat " + mark(traces))
                .put("city", mark(traces)).put("region", mark(traces)).put("postcode", "M1 " + mark(traces))
                .put("email", mark(traces) + "@" + mark(traces) + ".example");
        traces.add(person.get("last_name").asText());
        traces.add(person.get("email").asText());
        String number = "74001" + digits(5);
        person.put("contact_number", "+44" + number);
        traces.add(number);
        String day = "1" + digits(1);
        String year = "19" + (80 + ThreadLocalRandom.current().nextInt(20));
        person.put("date_of_birth", day + "-11-" + year);
        traces.add(day + "-11-" + year);
        traces.add(year + "-11-" + day);
    }

    private static String mark(List<String> traces) {
        String mark = ThreadLocalRandom.current().ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        traces.add(mark);
        return mark;
    }

    private static String digits(int count) {
        return ThreadLocalRandom.current().ints(count, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The same answers with a phone number that is none. */
    Student unacceptable() {
        ObjectNode answers = student.details();
        ((ObjectNode) answers.get("resident_details")).put("contact_number", "call " + traces.get(0));
        return new Student(answers.toString());
    }

    @Override
    public String toString() {
        return "Somebody";
    }
}
