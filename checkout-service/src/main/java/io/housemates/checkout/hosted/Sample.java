package io.housemates.checkout.hosted;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

import io.housemates.checkout.cancellation.CancellationPolicy;
import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.catalogue.PostalAddress;
import io.housemates.checkout.catalogue.Sight;
import io.housemates.checkout.details.Plan;
import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.partner.Branding;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.platform.Money;

/**
 * A student who does not exist books a room that does not exist: what a preview's pages show.
 *
 * @param address stands where real pages have the session's id
 */
record Sample(String address, Branding branding, Spoken spoken, Instant now) {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final Money DEPOSIT = new Money(25_000, "GBP");
    private static final Duration LEFT = Duration.ofMinutes(28);
    private static final Draft ANSWERS = new Draft(null, answers(), EnumSet.allOf(Step.class));

    /** With everything answered. */
    Visit visit(Progress progress) {
        return visit(progress, ANSWERS);
    }

    Visit visit(Progress progress, Draft draft) {
        return new Visit(checkout(progress), sight(), branding, draft, spoken, now, true);
    }

    private StudentCheckout checkout(Progress progress) {
        Instant end = now.plus(LEFT);
        return new StudentCheckout(address, NOBODY, offer(), DEPOSIT, progress, end, LEFT, end, new Plan(true, true, false),
                "01SAMPLE000000000000000000", null, "preview");
    }

    private Offer offer() {
        int year = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear() + 1;
        return new Offer(NOBODY, NOBODY, "Canal House", "gb", NOBODY, "Classic Studio", NOBODY, LocalDate.of(year, 9, 1),
                LocalDate.of(year + 1, 6, 30), new Money(16_432, "GBP"), DEPOSIT,
                new CancellationPolicy(7, true, true, 0));
    }

    private static Sight sight() {
        return new Sight(new PostalAddress("1 Example Street", null, "Manchester", null, "M1 1AA", "gb"), true);
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>(Map.of("course_details.university", "University of Manchester",
                "course_details.course_title", "Computer Science",
                "course_details.year_of_study", "Undergraduate - First Year", Step.CHOICE, "guarantor"));
        answers.putAll(person("resident_details", "Alex", "alex@student.example", "17-05-2007"));
        answers.put("resident_details.gender", "female");
        answers.put("resident_details.nationality", "gb");
        answers.putAll(person("supporting_contact_details", "Kim", "kim@parent.example", "02-11-1975"));
        answers.put("supporting_contact_details.relationship", "mother");
        return answers;
    }

    private static Map<String, String> person(String object, String firstName, String email, String birthday) {
        Map<String, String> person = new HashMap<>();
        Map.of("first_name", firstName, "last_name", "Sample", "email", email, "date_of_birth", birthday,
                "contact_number", "+447400123456", "country", "gb", "first_line", "12 Sample Street", "city", "Leeds",
                "postcode", "LS1 4AP").forEach((name, value) -> person.put(object + "." + name, value));
        return person;
    }
}
