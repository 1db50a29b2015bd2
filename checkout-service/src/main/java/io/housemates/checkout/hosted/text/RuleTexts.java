package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The API's messages about fields in other words than its own; in English the API's own are shown. */
@MessageBundle("rule")
public interface RuleTexts {

    @Message("{field} is required.")
    String required(String field);

    @Message("{field} must be a date, with day, month and year.")
    String date(String field);

    @Message("{field} must be in the past.")
    String past(String field);

    @Message("{field} must be an e-mail address.")
    String email(String field);

    @Message("{field} is not a valid phone number.")
    String phone(String field);

    @Message("{field} may not be longer than {max} characters.")
    String longer(String field, String max);

    @Message("{field} contains characters that are not allowed.")
    String characters(String field);

    @Message("{field}: please choose one of the list.")
    String choice(String field);
}
