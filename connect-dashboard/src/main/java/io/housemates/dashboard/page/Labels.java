package io.housemates.dashboard.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a form calls its fields, in the form's order. */
public final class Labels {

    private Labels() {
    }

    /** @param pairs a field's name, its label, and so on */
    public static Map<String, String> of(String... pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(labels);
    }
}
