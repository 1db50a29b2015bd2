package io.housemates.checkout.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documented sample request, without its session token. */
public final class Sample {

    private Sample() {
    }

    public static Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("paying_in_instalments", true);
        request.put("has_uk_based_guarantor", true);
        request.put("is_using_housing_hand", true);
        request.put("resident_details", resident());
        request.put("supporting_contact_details", contact());
        request.put("course_details", new HashMap<>(Map.of("university", "University of Manchester", "year_of_study",
                "Undergraduate - First Year", "course_title", "Computer Science")));
        request.put("special_request", null);
        return request;
    }

    /** The same student's request under another first name. */
    public static Map<String, Object> named(String firstName) {
        Map<String, Object> request = request();
        Map<String, Object> resident = resident();
        resident.put("first_name", firstName);
        request.put("resident_details", resident);
        return request;
    }

    public static Map<String, Object> resident() {
        return new HashMap<>(Map.ofEntries(Map.entry("first_line", "12 Example Street"), Map.entry("city", "manchester"),
                Map.entry("postcode", "M1 1AA"), Map.entry("country", "gb"), Map.entry("first_name", "Zo\u00eb"),
                Map.entry("last_name", "O\u2019Neill"), Map.entry("gender", "female"), Map.entry("nationality", "ie"),
                Map.entry("email", "zoe@example.com"), Map.entry("date_of_birth", "29-02-2004"),
                Map.entry("contact_number", "+447400123456")));
    }

    public static Map<String, Object> contact() {
        return new HashMap<>(Map.ofEntries(Map.entry("first_line", "1 Oak Road"), Map.entry("second_line", "Flat 2"),
                Map.entry("city", "Leeds"), Map.entry("postcode", "LS1 4AP"), Map.entry("country", "GB"),
                Map.entry("first_name", "Maeve"), Map.entry("last_name", "O\u2019Neill"),
                Map.entry("email", "maeve@example.com"), Map.entry("date_of_birth", "05-11-1974"),
                Map.entry("contact_number", "+447400654321"), Map.entry("relationship", "Mother")));
    }
}
