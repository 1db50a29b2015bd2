package io.housemates.dispatcher.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String SECRET = "q/7\"w&x\\y~secret<42>";

    private final Redaction redaction = Redaction.of(List.of(SECRET, "eu-1"));

    @Test
    void takesOutWhatIsRepeatedAsItIs() {
        assertThat(redaction.applyTo("Authorization: Bearer " + SECRET + "\r\nX: y")).isEqualTo(
                "Authorization: Bearer [redacted]\r\nX: y");
    }

    @ParameterizedTest
    @ValueSource(strings = { "q/7\\\"w&x\\\\y~secret<42>", "q\\/7\\\"w&x\\\\y~secret<42>",
            "q/7&quot;w&amp;x\\y~secret&lt;42&gt;",
            "q%2F7%22w%26x%5Cy%7Esecret%3C42%3E" })
    void takesOutWhatIsCoded(String coded) {
        assertThat(redaction.applyTo("{\"token\":\"" + coded + "\"}")).isEqualTo("{\"token\":\"[redacted]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "ab", "Bearer " })
    void takesOutWhatIsInBase64WhereverItBegins(String before) {
        byte[] text = (before + SECRET + " and more").getBytes(UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            assertThat(redaction.applyTo("> " + encoder.encodeToString(text))).contains("[redacted]").hasSizeLessThan(40);
        }
    }

    @Test
    void takesOutTheBeginningOfOneThatIsCutOff() {
        assertThat(redaction.applyTo("the token was " + SECRET.substring(0, 12))).isEqualTo("the token was [redacted]");
    }

    @Test
    void takesOutEveryRepetitionAndTheLongestBeginning() {
        Redaction repeating = Redaction.of(List.of("abababababac"));
        assertThat(repeating.applyTo("abababababacabababababac!abababababababac abababababab")).isEqualTo(
                "[redacted][redacted]!abab[redacted] ab[redacted]");
        assertThat(repeating.applyTo("ababa")).as("too little to tell").isEqualTo("ababa");
    }

    @Test
    void takesNoLongerWhateverSecretsAndAnswerRepeat() {
        Redaction repeating = Redaction.of(IntStream.range(0, 20).mapToObj(n -> "a".repeat(1998) + n).toList());
        String answer = "a".repeat(4095) + "b";
        assertTimeout(Duration.ofSeconds(10),
                () -> IntStream.range(0, 200).forEach(n -> assertThat(repeating.applyTo(answer)).isEqualTo(answer)));
    }

    @Test
    void leavesInnocentWordsAlone() {
        assertThat(redaction.applyTo("tenant eu-1 is not tenant eu-12")).isEqualTo("tenant [redacted] is not tenant eu-12");
        assertThat(redaction.applyTo("")).isEmpty();
        assertThat(redaction.applyTo(null)).isNull();
    }

    @Test
    void doesNotShowItself() {
        assertThat(redaction).hasToString("Redaction");
    }
}
