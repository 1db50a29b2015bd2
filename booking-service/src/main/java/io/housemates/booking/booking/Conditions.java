package io.housemates.booking.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A where clause that grows. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** Ignored when the value is null. */
    Conditions and(String clause, String name, Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.put(name, value);
        }
        return this;
    }

    /** For a clause with more than one parameter. */
    Conditions with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    String hql() {
        return String.join(" and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
