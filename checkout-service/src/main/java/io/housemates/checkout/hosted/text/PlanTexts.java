package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page that asks how the rent will be paid, and the one that asks for the contact this brings with it. */
@MessageBundle("plan")
public interface PlanTexts {

    @Message("Paying your rent")
    String title();

    @Message("How would you like to pay your rent?")
    String question();

    @Message("This is about the rent later, not about today.")
    String lead();

    @Message("In full")
    String in_full();

    @Message("One payment for the whole stay. No guarantor needed.")
    String in_full_hint();

    @Message("In instalments")
    String instalments();

    @Message("Several payments on the dates in your agreement.")
    String instalments_hint();

    @Message("In instalments, with a guarantor in the UK")
    String guarantor();

    @Message("An adult who lives in the UK and would pay if you cannot. We ask for their details next.")
    String guarantor_hint();

    @Message("In instalments, with Housing Hand")
    String housing_hand();

    @Message("Housing Hand is a company that stands as your guarantor for a fee. You apply to them after booking.")
    String housing_hand_hint();

    @Message("Your guarantor")
    String guarantor_title();

    @Message("Please ask them first: the property will get in touch with them.")
    String guarantor_lead();

    @Message("A contact person")
    String housing_hand_title();

    @Message("Housing Hand is your guarantor. If you like, name somebody else whom the property can reach.")
    String housing_hand_lead();

    @Message("Emergency contact")
    String emergency_title();

    @Message("Somebody the property can call if you are ill or cannot be reached.")
    String emergency_lead();

    @Message("You can leave this page empty.")
    String may_be_empty();

    @Message("Continue without a contact")
    String without();
}
