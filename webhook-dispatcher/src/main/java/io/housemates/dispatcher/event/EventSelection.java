package io.housemates.dispatcher.event;

import java.util.List;

/** The patterns a subscription chooses its events by: a type, all of a family ({@code booking.*}), or all ({@code *}). */
public final class EventSelection {

    private static final String ALL = "*";

    private EventSelection() {
    }

    /** Whether the pattern selects at least one type of the catalogue. */
    public static boolean isKnown(String pattern, EventCatalogue catalogue) {
        return catalogue.all().stream().anyMatch(type -> patternsMatching(type.name()).contains(pattern));
    }

    /** Every pattern that selects this type; a subscription matches when it holds one of them. */
    public static List<String> patternsMatching(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? List.of(type, ALL) : List.of(type, type.substring(0, dot) + ".*", ALL);
    }
}
