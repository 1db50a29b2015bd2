package io.housemates.dispatcher.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.signing.VerificationKey;

class SignatureCheckTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:15:30Z");

    private final AtomicInteger asked = new AtomicInteger();
    private final VerificationKey key = (signatures, id, timestamp, body) -> {
        asked.incrementAndGet();
        return signatures.contains("v1,right");
    };

    @Test
    void asksAKeyOnceHoweverManySignaturesThereAre() {
        assertThat(check("v1,a v1,b v1a,c v1,right", key, key).valid()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void passesOverWhatIsNoSignature() {
        assertThat(check(String.join(" ", Collections.nCopies(16_000, "x")) + " v1,right", key).valid()).isTrue();
        assertThat(check("x y", key).problems()).containsExactly(
                "The header webhook-signature holds no signature that starts with v1, or v1a,.");
    }

    @Test
    void triesNoMoreThanAnybodyIsSent() {
        String many = IntStream.range(0, 21).mapToObj(n -> "v1," + n).collect(Collectors.joining(" "));
        assertThat(check(many, key).problems()).singleElement().asString().contains("more than 20 signatures");
        assertThat(asked).hasValue(0);
        assertThat(check(String.join(" ", Collections.nCopies(100, "v1,right")), key).valid()).as("all the same").isTrue();
    }

    private static SignatureCheck check(String signatures, VerificationKey... keys) {
        return SignatureCheck.of(Map.of("webhook-id", "evt_1", "webhook-timestamp", "" + NOW.getEpochSecond(),
                "webhook-signature", signatures), "{}", List.of(keys), NOW);
    }
}
