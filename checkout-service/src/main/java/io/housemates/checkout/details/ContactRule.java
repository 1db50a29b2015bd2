package io.housemates.checkout.details;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line of a {@link ContactPolicy}: when it applies, and what it asks. A condition that is null always holds.
 *
 * @param country of the property, ISO 3166-1 alpha-2 in lower case
 * @param payingInInstalments the plan it is for
 * @param contact what the supporting contact is; null when the combination is refused
 * @param required whether the contact must be given
 * @param refuses the field to name when the combination is refused, otherwise null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactRule(String country, @JsonProperty("paying_in_instalments") Boolean payingInInstalments,
        @JsonProperty("has_uk_based_guarantor") Boolean hasUkBasedGuarantor,
        @JsonProperty("is_using_housing_hand") Boolean isUsingHousingHand, Contact contact, boolean required,
        String refuses) {

    /** What a supporting contact stands for. */
    public enum Contact {
        @JsonProperty("emergency_contact")
        EMERGENCY_CONTACT,
        @JsonProperty("guarantor")
        GUARANTOR
    }

    boolean isFor(String propertyCountry) {
        return country == null || country.equals(propertyCountry);
    }

    boolean isFor(Plan plan) {
        return holds(payingInInstalments, plan.inInstalments()) && holds(hasUkBasedGuarantor, plan.ukGuarantor())
                && holds(isUsingHousingHand, plan.housingHand());
    }

    private static boolean holds(Boolean condition, boolean fact) {
        return condition == null || condition == fact;
    }
}
