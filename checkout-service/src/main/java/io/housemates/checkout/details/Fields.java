package io.housemates.checkout.details;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.platform.api.WireDate;

/**
 * Reads the members of one JSON object, noting every wrong one under its dotted path instead of stopping at the first.
 * A wrong member reads as null (or false), so a result may only be used when no message was noted.
 */
public final class Fields {

    public static final String INVALID_PHONE = "The phone number is invalid.";

    /** Nobody alive was born before; it is a year written with too few digits. */
    private static final int EARLIEST_YEAR = 1900;

    private final JsonNode object;
    private final String path;
    private final Map<String, List<String>> messages;

    public Fields(JsonNode object, Map<String, List<String>> messages) {
        this(object, "", messages);
    }

    private Fields(JsonNode object, String path, Map<String, List<String>> messages) {
        this.object = object;
        this.path = path;
        this.messages = messages;
    }

    /** Non-blank text of at most {@code max} characters. */
    public String text(String name, int max) {
        JsonNode value = object.path(name);
        if (isAbsent(value) || value.isTextual() && value.textValue().isBlank()) {
            return wrong(name, "is required.");
        }
        return boundedText(name, value, max);
    }

    /** Text or null; absent reads as null. */
    public String optionalText(String name, int max) {
        JsonNode value = object.path(name);
        return isAbsent(value) ? null : boundedText(name, value, max);
    }

    public boolean flag(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            wrong(name, "is required.");
        } else if (!value.isBoolean()) {
            wrong(name, "must be true or false.");
        }
        return value.booleanValue();
    }

    public String oneOf(String name, Set<String> values) {
        String value = text(name, 100);
        return value == null || values.contains(value) ? value
                : wrong(name, "must be one of " + String.join(", ", values.stream().sorted().toList()) + ".");
    }

    /** ISO 3166-1 alpha-2 in any letter case. */
    public String country(String name) {
        String value = text(name, 100);
        return value == null || Formats.isCountry(value) ? value
                : wrong(name, "must be an ISO 3166 alpha-2 code.");
    }

    public String email(String name) {
        String value = text(name, 254);
        return value == null || Formats.isEmail(value) ? value : wrong(name, "must be an e-mail address.");
    }

    /** E.164, for example {@code +447400123456}. */
    public String phone(String name) {
        String value = text(name, 100);
        if (value != null && !Formats.isPhone(value)) {
            note(name, INVALID_PHONE);
            return null;
        }
        return value;
    }

    /** DD-MM-YYYY, before {@code today} and not long ago. */
    public LocalDate pastDate(String name, LocalDate today) {
        String value = text(name, 100);
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = WireDate.parse(value);
            if (date.getYear() >= EARLIEST_YEAR) {
                return date.isBefore(today) ? date : wrong(name, "must be in the past.");
            }
        } catch (DateTimeException e) {
            // told below
        }
        return wrong(name, "must be a date in the form DD-MM-YYYY.");
    }

    /** The fields of a nested object; empty when it is absent, which is noted only if {@code required}. */
    public Optional<Fields> object(String name, boolean required) {
        JsonNode value = object.path(name);
        if (value.isObject()) {
            return Optional.of(new Fields(value, path + name + ".", messages));
        }
        if (!isAbsent(value)) {
            wrong(name, "must be an object.");
        } else if (required) {
            wrong(name, "is required.");
        }
        return Optional.empty();
    }

    /** Notes that a member is wrong, with a sentence that starts with its name. */
    public <T> T wrong(String name, String what) {
        note(name, "The " + name.replace('_', ' ') + " " + what);
        return null;
    }

    private void note(String name, String message) {
        messages.computeIfAbsent(path + name, key -> new ArrayList<>()).add(message);
    }

    private String boundedText(String name, JsonNode value, int max) {
        if (!value.isTextual()) {
            return wrong(name, "must be text.");
        }
        String text = value.textValue();
        if (text.length() > max) {
            return wrong(name, "may not be longer than " + max + " characters.");
        }
        return Formats.isStorable(text) ? text : wrong(name, "contains characters that are not allowed.");
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
