package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page about the course. */
@MessageBundle("course")
public interface CourseTexts {

    @Message("Your course")
    String title();

    @Message("University or college")
    String university();

    @Message("Course")
    String course_title();

    @Message("For example Computer Science")
    String course_hint();

    @Message("Year of study")
    String year_of_study();

    @Message("Foundation")
    String foundation();

    @Message("Undergraduate, first year")
    String first();

    @Message("Undergraduate, second year")
    String second();

    @Message("Undergraduate, third year")
    String third();

    @Message("Undergraduate, placement year")
    String placement();

    @Message("Postgraduate, master’s")
    String masters();

    @Message("Postgraduate, PhD")
    String phd();

    @Message("Other")
    String other();

    @Message("Anything we should know?")
    String special_request();

    @Message("A quiet floor, a friend to live near, access needs: we pass it on to the property.")
    String special_hint();
}
