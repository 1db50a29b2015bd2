package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is around every page. */
@MessageBundle("frame")
public interface FrameTexts {

    @Message("Skip to content")
    String skip();

    @Message("Language")
    String language();

    @Message("Step {number} of {total}")
    String step(int number, int total);

    @Message("Back")
    String back();

    @Message("Continue")
    String go_on();

    @Message("optional")
    String optional();

    @Message("Please choose")
    String choose();

    @Message("Please check the following")
    String check();

    @Message("Error")
    String error();

    @Message("Price kept for")
    String price_kept();

    @Message("Room held for")
    String room_held();

    @Message("{minutes} min")
    String minutes(long minutes);

    @Message("Keep it longer")
    String longer();

    @Message("The time is up.")
    String time_up();

    @Message("5 minutes left.")
    String five_left();

    @Message("1 minute left.")
    String one_left();

    @Message("You now have more time.")
    String more_time();

    @Message("That did not work. Please try again.")
    String not_given();

    @Message("Your booking")
    String summary();

    @Message("To pay today")
    String today();

    @Message("Nothing to pay today")
    String free();

    @Message("Terms")
    String terms();

    @Message("Privacy")
    String privacy();

    @Message("Questions?")
    String questions();

    @Message("Your answers are kept while you are in this checkout. If you leave, the same link brings you back here.")
    String kept();

    @Message("Preview")
    String preview();

    @Message("Sample data. Nothing can be booked or paid here.")
    String preview_text();

    @Message("Pages")
    String preview_pages();

    @Message("With mistakes")
    String preview_wrong();
}
