package io.housemates.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

/**
 * Turns words into tokens that can be compared but not read: HMAC-SHA-256, its first 16 bytes. Words that people take for the
 * same have equal tokens within a realm, whatever their letter case, spacing, accents and kind of apostrophe; between realms
 * nothing can be compared.
 *
 * The keyset may hold several keys: words are filed under the primary one and looked for under all of them.
 */
public final class BlindIndex {

    private static final int BYTES = 16;
    /** Changes when words become other tokens under the same key. */
    private static final String SCHEME = "2";

    /** Before compatibility forms are taken, which would make a blank and an accent of the last one. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc\u02b9\u2032`\u00b4]");
    /** Of Latin, Greek and Cyrillic letters; those of other scripts tell words apart. */
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final PrfSet prfs;

    private BlindIndex(PrfSet prfs) {
        this.prfs = prfs;
    }

    /** @throws IllegalStateException when there is no usable PRF keyset */
    public static BlindIndex of(ConfiguredKeyset keyset) {
        return new BlindIndex(keyset.prfs());
    }

    /** Under which a word is filed. */
    public String token(String realm, String word) {
        try {
            return text(prfs.computePrimary(input(realm, word), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Under which a word may have been filed in any of the realms. */
    public List<String> tokens(Collection<String> realms, String word) {
        try {
            Collection<Prf> keys = prfs.getPrfs().values();
            return realms.stream().flatMap(realm -> keys.stream().map(key -> token(key, realm, word))).toList();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names the primary key and the way words are made tokens; what was filed under another mark is to be filed anew. */
    public String mark() {
        return SCHEME + "." + token("", "mark").substring(0, 11);
    }

    private static String token(Prf prf, String realm, String word) {
        try {
            return text(prf.compute(input(realm, word), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] input(String realm, String word) {
        return (realm + '\0' + normal(word)).getBytes(UTF_8);
    }

    static String normal(String word) {
        String plain = APOSTROPHES.matcher(word).replaceAll("'");
        String apart = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        String bare = ACCENTS.matcher(apart).replaceAll("");
        // upper case first: what has no lower case of its own, such as the German sharp s, is spelled out by it
        String folded = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(folded).replaceAll(" ").strip();
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
