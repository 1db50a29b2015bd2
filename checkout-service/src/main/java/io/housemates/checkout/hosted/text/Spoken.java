package io.housemates.checkout.hosted.text;

import java.util.List;
import java.util.Optional;

import io.housemates.checkout.partner.Branding;

/**
 * The language of one page, and those it could be read in: what the student chose, else what the browser asks for, else the
 * partner's first.
 */
public record Spoken(Language language, List<Language> offered) {

    /**
     * @param chosen by {@code ?lang=} or earlier; null before
     * @param accepted the browser's {@code Accept-Language}, may be null
     */
    public static Spoken of(Branding branding, String chosen, String accepted) {
        List<Language> offered = branding.languages().stream().map(Language::of).flatMap(Optional::stream).toList();
        return new Spoken(Language.of(chosen).filter(offered::contains)
                .or(() -> Language.accepted(accepted, offered))
                .orElse(offered.isEmpty() ? Language.EN : offered.get(0)), offered);
    }

    /** Where no partner is known, so that no language can be offered. */
    public static Spoken anywhere(String chosen, String accepted) {
        List<Language> all = List.of(Language.values());
        return new Spoken(Language.of(chosen).or(() -> Language.accepted(accepted, all)).orElse(Language.EN), List.of());
    }
}
