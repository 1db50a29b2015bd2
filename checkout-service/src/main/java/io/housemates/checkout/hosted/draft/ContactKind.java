package io.housemates.checkout.hosted.draft;

import java.util.Locale;

import io.housemates.checkout.details.ContactPolicy;
import io.housemates.checkout.details.ContactRule.Contact;

/** Who is named on the page about the contact: it follows from how the rent is paid. */
public enum ContactKind {
    EMERGENCY,
    /** Beside a company that is the guarantor. */
    HOUSING_HAND,
    GUARANTOR;

    /** For templates. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param country of the property */
    static ContactKind of(Draft draft, ContactPolicy policy, String country) {
        return of(PlanChoice.of(draft.fields().get(Step.CHOICE)).orElse(PlanChoice.IN_FULL), policy, country);
    }

    public static ContactKind of(PlanChoice choice, ContactPolicy policy, String country) {
        if (choice == PlanChoice.HOUSING_HAND) {
            return HOUSING_HAND;
        }
        return choice.rule(policy, country).contact() == Contact.GUARANTOR ? GUARANTOR : EMERGENCY;
    }
}
