package io.housemates.localstack.stripe.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.housemates.localstack.stripe.http.StripeError;

/**
 * Reads Stripe's search language: clauses like {@code metadata['session_id']:'s-1'}, {@code status:'succeeded'},
 * {@code created>1700000000} or {@code -currency:"gbp"}, joined by AND or by OR.
 *
 * @see <a href="https://docs.stripe.com/search#search-query-language">Stripe: search query language</a>
 */
final class SearchQuery {

    private static final Pattern CLAUSE = Pattern.compile("\\s*(?<not>-)?"
            + "(?:metadata\\[(?<key>" + quoted() + ")]|(?<field>amount|created|currency|status))"
            + "\\s*(?<operator>:|~|>=|<=|>|<)\\s*"
            + "(?<value>" + quoted() + "|null|\\d+)\\s*"
            + "(?<join>AND(?=\\s)|OR(?=\\s)|$)", Pattern.CASE_INSENSITIVE);

    private SearchQuery() {
    }

    /** @throws StripeError 400 if the query cannot be read */
    static Predicate<PaymentIntent> parse(String query) {
        List<Predicate<PaymentIntent>> clauses = new ArrayList<>();
        boolean any = false;
        Matcher matcher = CLAUSE.matcher(query);
        for (int position = 0; position < query.length() || clauses.isEmpty(); position = matcher.end()) {
            if (!matcher.region(position, query.length()).lookingAt()) {
                throw StripeError.invalid("query", "We were unable to parse your search query. Try using the format "
                        + "`metadata[\"key\"]:\"value\"` to query for metadata or key:\"value\" to query for other fields.");
            }
            clauses.add(clause(matcher));
            any |= matcher.group("join").equalsIgnoreCase("OR");
        }
        return clauses.stream().reduce(any ? Predicate::or : Predicate::and).orElseThrow();
    }

    private static Predicate<PaymentIntent> clause(Matcher matcher) {
        String key = matcher.group("key") == null ? null : plain(matcher.group("key"));
        String field = matcher.group("field");
        String value = matcher.group("value").equalsIgnoreCase("null") ? null : plain(matcher.group("value"));
        String operator = matcher.group("operator");
        Predicate<PaymentIntent> clause = intent -> holds(key == null ? field(intent, field) : intent.metadata().get(key),
                operator, value);
        return matcher.group("not") == null ? clause : clause.negate();
    }

    private static String field(PaymentIntent intent, String field) {
        return switch (field) {
            case "amount" -> String.valueOf(intent.money().amount());
            case "created" -> String.valueOf(intent.created());
            case "currency" -> intent.money().currency();
            default -> intent.status().word();
        };
    }

    private static boolean holds(String actual, String operator, String value) {
        if (actual == null || value == null) {
            return operator.equals(":") && actual == null && value == null;
        }
        return switch (operator) {
            case ":" -> actual.equalsIgnoreCase(value);
            case "~" -> actual.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            case ">" -> number(actual) > number(value);
            case "<" -> number(actual) < number(value);
            case ">=" -> number(actual) >= number(value);
            default -> number(actual) <= number(value);
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw StripeError.invalid("query", "A range needs a number: " + text);
        }
    }

    private static String plain(String value) {
        boolean quoted = value.startsWith("'") || value.startsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static String quoted() {
        return "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"";
    }
}
