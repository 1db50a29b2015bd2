package io.housemates.localstack.stripe.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of one request, by name, with Stripe's complaint about what is missing or malformed. */
public final class Form {

    private static final Set<String> ALWAYS_ALLOWED = Set.of("expand", "key", "client_secret");

    private final String prefix;
    private final Map<String, Object> values;

    private Form(String prefix, Map<String, Object> values) {
        this.prefix = prefix;
        this.values = values;
    }

    public static Form empty() {
        return new Form("", new LinkedHashMap<>());
    }

    /** Reads a query string or a form body; {@code null} is empty. */
    public Form add(String encoded) {
        if (encoded != null && !encoded.isEmpty()) {
            BracketNotation.read(encoded, values);
        }
        return this;
    }

    public Form allowOnly(Set<String> names) {
        values.keySet().stream()
                .filter(name -> !names.contains(name) && !ALWAYS_ALLOWED.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw StripeError.unknownParameter(name);
                });
        return this;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty when absent or sent empty, which is how Stripe unsets a value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw StripeError.invalid(prefix + name, "Invalid string: " + prefix + name);
        }).filter(text -> !text.isEmpty());
    }

    public String requireText(String name) {
        return text(name).orElseThrow(() -> StripeError.missing(prefix + name));
    }

    public Optional<Long> integer(String name) {
        return text(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw StripeError.badParameter("parameter_invalid_integer", prefix + name, "Invalid integer: " + text);
            }
        });
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> {
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            throw StripeError.invalid(prefix + name, "Invalid boolean: " + text);
        });
    }

    /** One of a few allowed words. */
    public Optional<String> choice(String name, Set<String> allowed) {
        return text(name).map(text -> {
            if (allowed.contains(text)) {
                return text;
            }
            throw StripeError.invalid(prefix + name, "Invalid " + prefix + name + ": must be one of "
                    + String.join(", ", allowed.stream().sorted().toList()));
        });
    }

    /** The nested parameters, empty when there are none. */
    public Form form(String name) {
        return new Form(prefix + name + ".", nested(name));
    }

    /** A list, sent as {@code name[]=a&name[]=b} or {@code name[0]=a&name[1]=b}. */
    public List<String> list(String name) {
        return nested(name).values().stream().map(String::valueOf).toList();
    }

    /** All direct values, also those sent empty. */
    public Map<String, String> strings() {
        Map<String, String> strings = new LinkedHashMap<>();
        values.forEach((name, value) -> strings.put(name, String.valueOf(value)));
        return strings;
    }

    /** The same for the same parameters, whatever their order. */
    public String canonical() {
        return sorted(values).toString();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> nested(String name) {
        return values.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    private static Object sorted(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return "'" + value + "'";
        }
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, inner) -> sorted.put("'" + name + "'", sorted(inner)));
        return sorted;
    }
}
