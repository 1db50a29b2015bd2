package io.housemates.checkout.hosted.text;

import java.text.Collator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The countries of the world in each language, in its order. */
public final class Countries {

    private static final Map<Language, List<Option>> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        Stream.of(Language.values()).forEach(language -> BY_LANGUAGE.put(language, in(language.locale())));
    }

    private Countries() {
    }

    public static List<Option> in(Language language) {
        return BY_LANGUAGE.get(language);
    }

    private static List<Option> in(Locale locale) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Option(code.toLowerCase(Locale.ROOT),
                        new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale))).toList();
    }
}
