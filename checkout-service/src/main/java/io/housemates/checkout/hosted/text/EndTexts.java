package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages that say why it does not go on, and what to do then. */
@MessageBundle("end")
public interface EndTexts {

    @Message("This room has just been taken")
    String sold_out();

    @Message("Somebody else was a moment faster. You have not been charged.")
    String sold_out_text();

    @Message("Rooms come back when other students do not finish. You can look again in a few minutes, or choose another room.")
    String sold_out_next();

    @Message("Look again")
    String again();

    @Message("Your time is up")
    String expired();

    @Message("The room is no longer held for you. You have not been charged.")
    String expired_text();

    @Message("Go back to where you found the room and start again. If it is still free, the price may have changed.")
    String expired_next();

    @Message("This booking was cancelled")
    String cancelled();

    @Message("The room is no longer booked for you.")
    String cancelled_text();

    @Message("If money goes back to you, it goes to the card you paid with; it usually takes 5 to 10 days until your bank shows it.")
    String cancelled_next();

    @Message("Your money is on its way back")
    String refunded();

    @Message("Your payment arrived when no room was left, so we are returning all of it to your card. There is no booking.")
    String refunded_text();

    @Message("Your payment arrived after your time was up, so we are returning all of it to your card. There is no booking.")
    String refunded_late_text();

    @Message("You paid, but nobody told us in time who moves in, so we are returning all of it to your card. There is no booking.")
    String refunded_details_text();

    @Message("Your payment could not be used for this booking, so your money goes back to you. There is no booking.")
    String refunded_otherwise_text();

    @Message("It usually takes 5 to 10 days until your bank shows it. You can choose another room at any time.")
    String refunded_next();

    @Message("We cannot find this checkout")
    String unknown();

    @Message("The link may be incomplete, or it is no longer valid.")
    String unknown_text();

    @Message("Go back to where you found the room and start again.")
    String unknown_next();

    @Message("There is no such page")
    String no_page();

    @Message("The address may have been cut off or mistyped.")
    String no_page_text();

    @Message("Your answers are kept: your checkout goes on where you left it.")
    String no_page_next();

    @Message("That was too fast")
    String too_many();

    @Message("This page was asked for very often. Nothing is lost.")
    String too_many_text();

    @Message("Please wait a few seconds and reload the page.")
    String too_many_next();

    @Message("This form is out of date")
    String forged();

    @Message("It does not come from this checkout’s own page, so we did not take it.")
    String forged_text();

    @Message("Open your checkout again and send the form once more.")
    String forged_next();

    @Message("We could not read this form")
    String unreadable();

    @Message("It is larger than we take, or was changed on its way. What you sent before is kept.")
    String unreadable_text();

    @Message("Open your checkout again and send the form once more.")
    String unreadable_next();

    @Message("Something is not working")
    String broken();

    @Message("That is our fault, not yours. Your answers are kept, and nothing is charged twice.")
    String broken_text();

    @Message("Please try again in a minute.")
    String broken_next();

    @Message("Open your checkout")
    String open();

    @Message("Back to {partner}")
    String back_to(String partner);
}
