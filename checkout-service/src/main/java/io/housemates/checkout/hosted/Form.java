package io.housemates.checkout.hosted;

import java.util.List;
import java.util.Map;

import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.text.ErrorTexts;

/**
 * A form as it was typed so far.
 *
 * @param errors by field, in the order of the page
 */
record Form(Map<String, String> values, Map<String, String> errors, ErrorTexts texts) {

    static Form of(Draft draft, Map<String, String> errors, ErrorTexts texts) {
        return new Form(draft.fields(), errors, texts);
    }

    public Field field(String name) {
        String error = errors.get(name);
        return new Field(name, values.getOrDefault(name, ""), error == null ? null : texts.of(name, error));
    }

    /** The fields that are wrong. */
    public List<Field> wrong() {
        return errors.keySet().stream().map(this::field).toList();
    }
}
