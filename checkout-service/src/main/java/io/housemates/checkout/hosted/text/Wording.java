package io.housemates.checkout.hosted.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.housemates.checkout.catalogue.PostalAddress;
import io.housemates.platform.Money;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** How dates, money and addresses are written: in the student's language, by the customs of the property's country. */
public record Wording(Language language, Locale locale) {

    private static final Set<String> REGION_THEN_POSTCODE = Set.of("au", "ca", "us");

    public static Wording of(Language language, String country) {
        return new Wording(language, language.in(country));
    }

    /** 1 September 2027. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
    }

    /**
     * £250.00, in every language with the sign that people there know; followed by the code where many share it: $350.00 AUD.
     */
    public String money(Money money) {
        Currency currency = Currency.getInstance(money.currency());
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrencySymbol(currency.getSymbol(Language.EN.in(locale.getCountry())));
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        String text = format.format(money.major()).replace('\u00a0', ' ').replace('\u202f', ' ');
        return text.contains(currency.getCurrencyCode()) || !text.contains("$") ? text
                : text + " " + currency.getCurrencyCode();
    }

    /** In the words of the form; {@code value} is the API's. */
    public String gender(String value) {
        PersonTexts person = MessageBundles.get(PersonTexts.class, Localized.Literal.of(language.tag()));
        return switch (value) {
            case "female" -> person.female();
            case "male" -> person.male();
            default -> person.other();
        };
    }

    /** The lines of an address as its own country orders them, without the country. */
    public List<String> address(PostalAddress address) {
        boolean english = address.country().equalsIgnoreCase("gb");
        boolean regionFirst = REGION_THEN_POSTCODE.contains(address.country().toLowerCase(Locale.ROOT));
        String town = regionFirst ? joined(address.city(), address.region(), address.postcode())
                : english ? address.city() : joined(address.postcode(), address.city());
        return Stream.of(address.firstLine(), address.secondLine(), town, regionFirst ? null : address.region(),
                english ? address.postcode() : null)
                .filter(line -> line != null && !line.isBlank()).toList();
    }

    private static String joined(String... parts) {
        return String.join(" ", Stream.of(parts).filter(part -> part != null && !part.isBlank())
                .filter(Predicate.not(String::isBlank)).toList());
    }

    /** {@code gb} is United Kingdom. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language.locale());
    }
}
