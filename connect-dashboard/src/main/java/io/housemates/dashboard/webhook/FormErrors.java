package io.housemates.dashboard.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.housemates.dashboard.page.Wording;

/**
 * What is wrong with a form.
 *
 * @param fields messages by the field's name, as the dispatcher names it
 */
record FormErrors(Map<String, List<String>> fields) {

    private static final Map<String, String> LABELS = labels();

    static final FormErrors NONE = new FormErrors(Map.of());

    static FormErrors of(String field, String message) {
        return new FormErrors(Map.of(field, List.of(message)));
    }

    public boolean any() {
        return !fields.isEmpty();
    }

    /** Every message with its field's label, in the order of the form. */
    public List<Line> lines() {
        return Stream.concat(LABELS.keySet().stream().filter(fields::containsKey),
                fields.keySet().stream().filter(field -> !LABELS.containsKey(field)))
                .flatMap(field -> of(field).stream().map(message -> Line.of(field, message))).toList();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** What is wrong with one field; empty when nothing is. */
    public List<String> of(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("url", "URL");
        labels.put("events", "Events");
        labels.put("description", "Description");
        labels.put("access_token", "Access token");
        labels.put("headers", "Headers");
        return labels;
    }

    /** @param field where to look */
    record Line(String field, String text) {

        private static Line of(String field, String message) {
            return new Line(field, LABELS.getOrDefault(field, Wording.words(field)) + ": " + message);
        }
    }
}
