package io.housemates.dashboard.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is wrong with a form.
 *
 * @param labels of the form's fields, in its order
 * @param fields messages by the field's name, as the service names it
 */
public record FormErrors(Map<String, String> labels, Map<String, List<String>> fields) {

    public static final FormErrors NONE = new FormErrors(Map.of(), Map.of());

    public static FormErrors of(Map<String, String> labels, String field, String message) {
        return new FormErrors(labels, Map.of(field, List.of(message)));
    }

    public boolean any() {
        return !fields.isEmpty();
    }

    /** Every message with its field's label, in the order of the form. */
    public List<Line> lines() {
        return Stream.concat(labels.keySet().stream().filter(fields::containsKey),
                fields.keySet().stream().filter(field -> !labels.containsKey(field)))
                .flatMap(field -> of(field).stream().map(message -> line(field, message))).toList();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** What is wrong with one field; empty when nothing is. */
    public List<String> of(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private Line line(String field, String message) {
        return new Line(field, labels.getOrDefault(field, Wording.words(field)) + ": " + message);
    }

    /** @param field where to look */
    public record Line(String field, String text) {
    }
}
