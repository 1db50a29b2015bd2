package io.housemates.booking.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the listed are wanted: a from and a where clause that grows. */
final class Conditions {

    private final String entity;
    private final List<String> clauses = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions(Class<? extends Listed> entity) {
        this.entity = entity.getSimpleName();
    }

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
        return " from " + entity + " where " + String.join(" and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
