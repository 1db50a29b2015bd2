package io.housemates.checkout.hosted.draft;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.housemates.checkout.details.StudentDetails;

/**
 * What the API's rules make of a draft.
 *
 * @param details null while something is wrong
 * @param messages what is wrong, by field, in the API's words
 */
public record Reading(StudentDetails details, Map<String, List<String>> messages) {

    static Reading right(StudentDetails details) {
        return new Reading(details, Map.of());
    }

    static Reading wrong(Map<String, List<String>> messages) {
        return new Reading(null, messages);
    }

    public boolean isRight() {
        return details != null;
    }

    public boolean isRight(Step step) {
        return messages.keySet().stream().noneMatch(step::asks);
    }

    /** The first thing that is wrong with each of the step's fields, in the order of its page. */
    public Map<String, String> wrongIn(Step step) {
        Map<String, String> wrong = new LinkedHashMap<>();
        messages.keySet().stream().filter(step::asks).sorted(Comparator.comparingInt(step.fields()::indexOf))
                .forEach(field -> wrong.putIfAbsent(step.fields().contains(field) ? field : step.fields().get(0),
                        messages.get(field).get(0)));
        return wrong;
    }

    @Override
    public String toString() {
        return "Reading[messages=" + messages.keySet() + "]";
    }
}
