package io.housemates.checkout.details;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Which supporting contact a booking needs: the first rule that fits decides. Start announces the rules, Complete applies them.
 *
 * @param rules in order; the last one fits everything
 */
public record ContactPolicy(List<ContactRule> rules) {

    /** The table of the default policy, {@code contact-policy.json}. */
    public static ContactPolicy standard(ObjectMapper json) {
        try (InputStream file = ContactPolicy.class.getResourceAsStream("/contact-policy.json")) {
            return json.readValue(file, ContactPolicy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ContactRule ruleFor(String country, Plan plan) {
        return rulesFor(country).stream().filter(rule -> rule.isFor(plan)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No contact rule for " + country + " " + plan));
    }

    public List<ContactRule> rulesFor(String country) {
        return rules.stream().filter(rule -> rule.isFor(country)).toList();
    }
}
