package io.housemates.dispatcher.subscription;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Takes a subscription's secrets out of what its receiver answers: some repeat the request, headers included, as they are or
 * in one of the usual codings.
 */
public final class Redaction {

    static final String MARK = "[redacted]";
    /** What is shorter is part of innocent words, too, and goes only where it stands alone. */
    private static final int LONG_ENOUGH = 8;

    /** The longest first: one secret may be a part of another. */
    private final List<SecretForm> forms;
    private final List<Pattern> words;

    private Redaction(List<SecretForm> forms, List<Pattern> words) {
        this.forms = forms;
        this.words = words;
    }

    /** @param secrets printable ASCII */
    static Redaction of(Collection<String> secrets) {
        List<String> stripped = secrets.stream().map(String::strip).filter(secret -> !secret.isEmpty()).distinct().toList();
        return new Redaction(
                stripped.stream().flatMap(Redaction::forms).filter(form -> form.length() >= LONG_ENOUGH).distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed()).map(SecretForm::new).toList(),
                stripped.stream().filter(secret -> secret.length() < LONG_ENOUGH)
                        .map(word -> Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(word) + "(?![A-Za-z0-9])")).toList());
    }

    private static Stream<String> forms(String secret) {
        String json = new String(JsonStringEncoder.getInstance().quoteAsString(secret));
        String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        return Stream.concat(
                Stream.of(secret, json, json.replace("/", "\\/"), html, URLEncoder.encode(secret, StandardCharsets.UTF_8)),
                IntStream.range(0, 3).mapToObj(before -> base64(secret, before))
                        .flatMap(coded -> Stream.of(coded, coded.replace('+', '-').replace('/', '_'))));
    }

    /** What is the same whatever stands around it. @param before how many bytes precede it, modulo three */
    private static String base64(String secret, int before) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] moved = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, moved, before, bytes.length);
        int from = (before * 8 + 5) / 6;
        int to = moved.length * 8 / 6;
        return from < to ? Base64.getEncoder().encodeToString(moved).substring(from, to) : "";
    }

    /** @param answer the beginning of an answer, or null */
    public String applyTo(String answer) {
        if (answer == null || answer.isEmpty()) {
            return answer;
        }
        List<SecretForm> present = forms.stream().filter(form -> !form.isAbsentFrom(answer)).toList();
        String redacted = answer;
        for (SecretForm form : present) {
            redacted = form.replacedIn(redacted, MARK);
        }
        for (Pattern word : words) {
            redacted = word.matcher(redacted).replaceAll(Matcher.quoteReplacement(MARK));
        }
        return withoutRest(redacted, present);
    }

    /** Only the beginning of an answer is kept, and that may end in the middle of a secret. */
    private static String withoutRest(String answer, List<SecretForm> present) {
        for (SecretForm form : present) {
            int rest = form.restIn(answer);
            if (rest > 0) {
                return answer.substring(0, answer.length() - rest) + MARK;
            }
        }
        return answer;
    }

    /** Holds nothing but secrets. */
    @Override
    public String toString() {
        return "Redaction";
    }
}
