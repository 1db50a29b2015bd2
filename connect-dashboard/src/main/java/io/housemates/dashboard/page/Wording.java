package io.housemates.dashboard.page;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How pages write what machines send: {@code {booking.createdAt.shown}}. */
@TemplateExtension
public class Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private Wording() {
    }

    /** 1 Sep 2026. */
    static String shown(LocalDate date) {
        return DATE.format(date);
    }

    /** 1 Sep 2026, 10:15 UTC. */
    static String shown(Instant instant) {
        return TIME.format(instant.atOffset(UTC));
    }

    /** 1 Sep 2026, 10:15:30 UTC. */
    static String exactly(Instant instant) {
        return SECOND.format(instant.atOffset(UTC));
    }

    /** {@code cooling_off} is Cooling off. */
    public static String words(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String yesNo(boolean fact) {
        return fact ? "Yes" : "No";
    }

    /** {@code gb} is United Kingdom. */
    static String country(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
