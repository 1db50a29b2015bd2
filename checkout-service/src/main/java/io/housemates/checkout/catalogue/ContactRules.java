package io.housemates.checkout.catalogue;

import java.util.Iterator;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.json.JsonObject;

/**
 * Checks an operator's own contact policy before it is kept: rules as in {@code contact-policy.json}, of which the first that
 * fits decides, so that the last one has to fit everything.
 */
final class ContactRules {

    private static final int MOST = 100;
    private static final Set<String> CONTACTS = Set.of("emergency_contact", "guarantor");
    private static final Set<String> FLAGS = Set.of("paying_in_instalments", "has_uk_based_guarantor", "is_using_housing_hand");
    private static final String RULES = "contact_policy.rules";

    private ContactRules() {
    }

    /** Null for null. */
    static JsonObject of(JsonNode policy) {
        if (policy == null || policy.isNull()) {
            return null;
        }
        JsonNode rules = policy.path("rules");
        check(policy.size() == 1 && rules.isArray() && !rules.isEmpty() && rules.size() <= MOST,
                "contact_policy is not an object with 1 to " + MOST + " rules.");
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), RULES + "[" + i + "]", i == rules.size() - 1);
        }
        return new JsonObject(policy.toString());
    }

    private static void check(JsonNode rule, String path, boolean last) {
        for (Iterator<String> names = rule.fieldNames(); names.hasNext();) {
            String name = names.next();
            check(isPart(name, rule.get(name)), path + "." + name + " is not a part of a rule.");
            check(!last || !isCondition(name), path + " is the last one and has to fit everything.");
        }
        check(rule.has("contact") != rule.has("refuses"), path + " has to name either a contact or what it refuses.");
        check(rule.has("contact") || !rule.path("required").asBoolean(), path + " cannot require what it does not name.");
    }

    private static boolean isPart(String name, JsonNode value) {
        return switch (name) {
            case "contact" -> CONTACTS.contains(value.asText());
            case "refuses" -> FLAGS.contains(value.asText());
            case "required" -> value.isBoolean();
            case "country" -> value.isTextual() && value.asText().equals(Values.country(value.asText()));
            default -> FLAGS.contains(name) && value.isBoolean();
        };
    }

    private static boolean isCondition(String name) {
        return name.equals("country") || FLAGS.contains(name);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedRowException(otherwise);
        }
    }
}
