package io.housemates.checkout.details;

import static io.housemates.checkout.details.ContactRule.Contact.EMERGENCY_CONTACT;
import static io.housemates.checkout.details.ContactRule.Contact.GUARANTOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class ContactPolicyTest {

    ContactPolicy policy = ContactPolicy.standard(new ObjectMapper());

    @ParameterizedTest
    @CsvSource({ "true,true", "true,false", "false,true", "false,false" })
    void asksAnEmergencyContactOfWhoPaysInFullInBritain(boolean ukGuarantor, boolean housingHand) {
        assertThat(policy.ruleFor("gb", new Plan(false, ukGuarantor, housingHand)).contact()).isEqualTo(EMERGENCY_CONTACT);
    }

    @Test
    void requiresTheBritishGuarantorOfWhoPaysInInstalments() {
        ContactRule rule = policy.ruleFor("gb", new Plan(true, true, false));
        assertThat(rule.contact()).isEqualTo(GUARANTOR);
        assertThat(rule.required()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void welcomesAContactWhereHousingHandStandsAsGuarantor(boolean ukGuarantor) {
        ContactRule rule = policy.ruleFor("gb", new Plan(true, ukGuarantor, true));
        assertThat(rule.contact()).isEqualTo(GUARANTOR);
        assertThat(rule.required()).isFalse();
        assertThat(rule.refuses()).isNull();
    }

    @Test
    void refusesInstalmentsThatNobodyVouchesFor() {
        assertThat(policy.ruleFor("gb", new Plan(true, false, false)).refuses()).isEqualTo("has_uk_based_guarantor");
    }

    @ParameterizedTest
    @ValueSource(strings = { "au", "ca", "ie" })
    void asksAnEmergencyContactElsewhereWhateverTheFlags(String country) {
        assertThat(policy.ruleFor(country, new Plan(true, false, false)).contact()).isEqualTo(EMERGENCY_CONTACT);
        assertThat(policy.ruleFor(country, new Plan(false, true, true)).contact()).isEqualTo(EMERGENCY_CONTACT);
    }
}
