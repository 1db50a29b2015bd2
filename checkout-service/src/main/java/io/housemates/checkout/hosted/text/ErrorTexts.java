package io.housemates.checkout.hosted.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Says in the student's language what the API says in English; a message it does not know stays as it is. */
public record ErrorTexts(Language language, RuleTexts rules, PersonTexts person, CourseTexts course, PlanTexts plan) {

    private static final String PLAN = "plan";
    private static final Pattern TOO_LONG = Pattern.compile(".* may not be longer than (\\d+) characters\\.");

    public static ErrorTexts in(Language language) {
        return new ErrorTexts(language, get(RuleTexts.class, language), get(PersonTexts.class, language),
                get(CourseTexts.class, language), get(PlanTexts.class, language));
    }

    /** @param field the API's name of it */
    public String of(String field, String message) {
        if (field.equals(PLAN)) {
            // the API knows three flags where the page asks one question
            return rules.choice(plan.title());
        }
        if (language == Language.EN) {
            return message;
        }
        String label = label(field.substring(field.lastIndexOf('.') + 1));
        Matcher tooLong = TOO_LONG.matcher(message);
        return tooLong.matches() ? rules.longer(label, tooLong.group(1)) : rule(label, message);
    }

    private String rule(String label, String message) {
        String what = message.toLowerCase(Locale.ROOT);
        if (what.endsWith(" is required.")) {
            return rules.required(label);
        } else if (what.endsWith(" must be a date in the form dd-mm-yyyy.")) {
            return rules.date(label);
        } else if (what.endsWith(" must be in the past.")) {
            return rules.past(label);
        } else if (what.endsWith(" must be an e-mail address.")) {
            return rules.email(label);
        } else if (what.equals("the phone number is invalid.")) {
            return rules.phone(label);
        } else if (what.endsWith(" contains characters that are not allowed.")) {
            return rules.characters(label);
        } else if (what.contains(" must be one of ") || what.endsWith(" must be an iso 3166 alpha-2 code.")) {
            return rules.choice(label);
        }
        return message;
    }

    private String label(String name) {
        return switch (name) {
            case "first_name" -> person.first_name();
            case "last_name" -> person.last_name();
            case "date_of_birth" -> person.date_of_birth();
            case "gender" -> person.gender();
            case "nationality" -> person.nationality();
            case "email" -> person.email();
            case "contact_number" -> person.contact_number();
            case "country" -> person.country();
            case "first_line" -> person.first_line();
            case "second_line" -> person.second_line();
            case "city" -> person.city();
            case "region" -> person.region();
            case "postcode" -> person.postcode();
            case "relationship" -> person.relationship();
            case "university" -> course.university();
            case "course_title" -> course.course_title();
            case "year_of_study" -> course.year_of_study();
            case "special_request" -> course.special_request();
            default -> name;
        };
    }

    private static <T> T get(Class<T> bundle, Language language) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }
}
