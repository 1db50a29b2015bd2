package io.housemates.checkout.hosted.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the pages speak, each by its BCP 47 tag; their texts are in {@code messages/}. */
public enum Language {

    EN("en", "English", "en"),
    ES("es", "Español", "es"),
    ZH_CN("zh-CN", "简体中文", "zh");

    private final String tag;
    private final String ownName;
    private final String stripesCode;

    Language(String tag, String ownName, String stripesCode) {
        this.tag = tag;
        this.ownName = ownName;
        this.stripesCode = stripesCode;
    }

    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    /** One that Stripe.js takes as a locale. Source: Stripe, "Supported languages for Stripe Elements". */
    public String stripesCode() {
        return stripesCode;
    }

    /** With the customs of a country: dates and money are written as people there write them. */
    public Locale in(String country) {
        return new Locale.Builder().setLanguage(locale().getLanguage()).setRegion(country).build();
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static Optional<Language> of(String tag) {
        return Stream.of(values()).filter(language -> language.tag.equalsIgnoreCase(tag)).findFirst();
    }

    /**
     * The first of {@code offered} that a browser asks for, by its main language alone: {@code zh-TW} gets {@code zh-CN}.
     *
     * @param header {@code Accept-Language}, null when there was none
     */
    static Optional<Language> accepted(String header, List<Language> offered) {
        return ranges(header).stream().flatMap(range -> offered.stream().filter(language -> language.speaks(range)))
                .findFirst();
    }

    private boolean speaks(LanguageRange range) {
        String asked = range.getRange().split("-")[0];
        return range.getWeight() > 0 && locale().getLanguage().equals(asked);
    }

    /** The best first; each is read alone, so that a malformed one spoils no other. */
    private static List<LanguageRange> ranges(String header) {
        return header == null ? List.of()
                : Stream.of(header.split(",")).map(Language::range).flatMap(List::stream)
                        .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed()).toList();
    }

    /** Whatever is wrong with it: of "-" the parser says that there is no element 0. */
    private static List<LanguageRange> range(String text) {
        try {
            return LanguageRange.parse(text.strip());
        } catch (RuntimeException malformed) {
            return List.of();
        }
    }
}
