package io.housemates.checkout.hosted.text;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the pages speak, each by its BCP 47 tag; their texts are in {@code messages/}. */
public enum Language {

    EN("en", "English"),
    ES("es", "Español"),
    ZH_CN("zh-CN", "简体中文");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
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

    private static List<LanguageRange> ranges(String header) {
        try {
            return header == null ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
