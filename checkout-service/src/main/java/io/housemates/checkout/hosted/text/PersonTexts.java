package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages that ask about a person: the student, and the student's contact. */
@MessageBundle("person")
public interface PersonTexts {

    @Message("About you")
    String title();

    @Message("As in your passport or ID, so that your agreement is right the first time.")
    String lead();

    @Message("Your home address")
    String home();

    @Message("Where you live now, in any country.")
    String home_hint();

    @Message("Their home address")
    String home_of();

    @Message("First name")
    String first_name();

    @Message("Last name")
    String last_name();

    @Message("Date of birth")
    String date_of_birth();

    @Message("For example 17 5 2004")
    String date_hint();

    @Message("Day")
    String day();

    @Message("Month")
    String month();

    @Message("Year")
    String year();

    @Message("Gender")
    String gender();

    @Message("Female")
    String female();

    @Message("Male")
    String male();

    @Message("Other")
    String other();

    @Message("Nationality")
    String nationality();

    @Message("Email")
    String email();

    @Message("Contact number")
    String contact_number();

    @Message("With country code, for example +44 7400 123456")
    String phone_hint();

    @Message("Country")
    String country();

    @Message("First line of address")
    String first_line();

    @Message("Second line of address")
    String second_line();

    @Message("Town or city")
    String city();

    @Message("State, province or county")
    String region();

    @Message("Postcode")
    String postcode();

    @Message("Relationship to you")
    String relationship();

    @Message("For example mother, uncle, friend")
    String relationship_hint();
}
