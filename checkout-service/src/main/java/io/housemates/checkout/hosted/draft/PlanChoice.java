package io.housemates.checkout.hosted.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.housemates.checkout.details.ContactPolicy;
import io.housemates.checkout.details.ContactRule;
import io.housemates.checkout.details.Plan;

/** How the rent can be paid, as one question; only what the property's policy tells apart is offered. */
public enum PlanChoice {

    IN_FULL(new Plan(false, false, false)),
    INSTALMENTS(new Plan(true, false, false)),
    GUARANTOR(new Plan(true, true, false)),
    HOUSING_HAND(new Plan(true, false, true));

    private final Plan plan;

    PlanChoice(Plan plan) {
        this.plan = plan;
    }

    public Plan plan() {
        return plan;
    }

    /** The value of the form's field. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PlanChoice> of(String value) {
        return Stream.of(values()).filter(choice -> choice.value().equals(value)).findFirst();
    }

    public static List<PlanChoice> offered(ContactPolicy policy, String country) {
        ContactRule plain = INSTALMENTS.rule(policy, country);
        return Stream.of(values()).filter(choice -> choice.rule(policy, country).refuses() == null)
                .filter(choice -> choice == IN_FULL || choice == INSTALMENTS || !choice.rule(policy, country).equals(plain))
                .toList();
    }

    public ContactRule rule(ContactPolicy policy, String country) {
        return policy.ruleFor(country, plan);
    }
}
