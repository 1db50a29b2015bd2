package io.housemates.checkout.details;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** What counts as an e-mail address, a phone number, a country, and as text at all. */
final class Formats {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Formats() {
    }

    /** ISO 3166-1 alpha-2 in any letter case. */
    static boolean isCountry(String text) {
        return COUNTRIES.contains(text.toUpperCase(Locale.ROOT));
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** E.164, and a number that its country gives out. */
    static boolean isPhone(String text) {
        try {
            return E164.matcher(text).matches() && PHONES.isValidNumber(PHONES.parse(text, null));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** No control characters but line breaks and tabs, no halves of surrogate pairs. */
    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                || Character.getType(c) == Character.SURROGATE);
    }
}
