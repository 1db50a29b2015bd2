package io.housemates.checkout.hosted.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MultivaluedMap;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Reads what a student typed on one page and writes it as the API takes it: a date of three boxes, a phone number in the
 * manner of the student's country. Whether it is right is not decided here.
 */
public final class Typed {

    /** The boxes of a date, in the order in which the API has its parts. */
    public static final List<String> DATE_PARTS = List.of("day", "month", "year");

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    /** Longer than any field may be, so that the API's rule is the one that says so. */
    private static final int LONGEST = 4_000;

    private final MultivaluedMap<String, String> form;

    private Typed(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    public static Map<String, String> on(Step step, MultivaluedMap<String, String> form) {
        var typed = new Typed(form);
        Map<String, String> fields = new LinkedHashMap<>();
        step.fields().forEach(field -> fields.put(field, typed.value(field)));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private String value(String field) {
        if (field.endsWith(".date_of_birth")) {
            return date(field);
        }
        return field.endsWith(".contact_number") ? phone(text(field), text(sibling(field, "country"))) : text(field);
    }

    private String date(String field) {
        List<String> parts = DATE_PARTS.stream().map(part -> text(field + "." + part).replace("-", "")).toList();
        return parts.stream().allMatch(String::isEmpty) ? ""
                : Stream.of(padded(parts.get(0)), padded(parts.get(1)), parts.get(2)).collect(Collectors.joining("-"));
    }

    private static String padded(String part) {
        return part.length() == 1 ? "0" + part : part;
    }

    /** {@code 07400 123456} in the United Kingdom is {@code +447400123456}; a wrong one stays for the student to recognise. */
    private static String phone(String number, String country) {
        try {
            PhoneNumber parsed = PHONES.parse(number, country.toUpperCase(Locale.ROOT));
            return PHONES.isValidNumber(parsed) ? PHONES.format(parsed, PhoneNumberFormat.E164) : number;
        } catch (NumberParseException notANumber) {
            return number;
        }
    }

    private static String sibling(String field, String name) {
        return field.substring(0, field.lastIndexOf('.') + 1) + name;
    }

    private String text(String field) {
        String value = form.getFirst(field);
        String text = value == null ? "" : value.strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
