package io.housemates.dispatcher.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.platform.api.InvalidFieldsException;

/** Which deliveries a partner wants to see; null means any. */
record DeliveryFilter(DeliveryStatus status, String eventType, OffsetDateTime since, OffsetDateTime until) {

    private static final ValueRange YEARS = ValueRange.of(0, 9999);

    /** Names every parameter that is wrong. */
    static DeliveryFilter of(String status, String eventType, String since, String until, EventCatalogue catalogue) {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        var filter = new DeliveryFilter(status(status, broken), type(eventType, catalogue, broken),
                time("since", since, broken), time("until", until, broken));
        if (!broken.isEmpty()) {
            throw new InvalidFieldsException(broken);
        }
        return filter;
    }

    private static DeliveryStatus status(String text, Map<String, List<String>> broken) {
        if (blankToNull(text) == null) {
            return null;
        }
        try {
            return DeliveryStatus.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            broken.computeIfAbsent("status", key -> new ArrayList<>()).add("There is no such status.");
            return null;
        }
    }

    private static String type(String text, EventCatalogue catalogue, Map<String, List<String>> broken) {
        String type = blankToNull(text);
        if (type != null && !catalogue.contains(type)) {
            broken.computeIfAbsent("event_type", key -> new ArrayList<>())
                    .add(EventCatalogue.NO_SUCH_TYPE);
        }
        return type;
    }

    private static OffsetDateTime time(String field, String text, Map<String, List<String>> broken) {
        if (blankToNull(text) == null) {
            return null;
        }
        try {
            OffsetDateTime time = Instant.parse(text.strip()).atOffset(ZoneOffset.UTC);
            if (YEARS.isValidIntValue(time.getYear())) {
                return time;
            }
        } catch (DateTimeException noInstant) {
            // told below, like a year that PostgreSQL does not know
        }
        broken.computeIfAbsent(field, key -> new ArrayList<>())
                .add("Must be an ISO 8601 instant such as 2026-09-01T10:15:30Z.");
        return null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
