package io.housemates.checkout.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnLinksTest {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final ReturnResult COMPLETED = new ReturnResult("partner", "session", ReturnResult.Status.COMPLETED, "booking");

    EllipticCurveJsonWebKey key = key("one");
    ReturnKeys keys = new ReturnKeys(source(json(key)));
    ReturnLinks links = new ReturnLinks(keys, "https://pay.example", Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({ "https://a.example, https://a.example?result=, ''", "https://a.example/b, https://a.example/b?result=, ''",
            "https://a.example/b?c=d, https://a.example/b?c=d&result=, ''",
            "https://a.example/b?, https://a.example/b?result=, ''",
            "https://a.example/b?c&, https://a.example/b?c&result=, ''",
            "https://a.example/?c=d#e?f, https://a.example/?c=d&result=, #e?f" })
    void keepsThePartnersOwnQuery(String returnUrl, String start, String end) {
        assertThat(links.to(returnUrl, COMPLETED)).startsWith(start).endsWith(end)
                .matches("[^#]*result=[\\w-]+\\.[\\w-]+\\.[\\w-]+(#.*)?");
    }

    @ParameterizedTest
    @CsvSource({ "https://a.example/?result=1, true", "https://a.example/?a=1&result, true",
            "https://a.example/?a=1&result#x, true",
            "https://a.example/result, false", "https://a.example/?results=1, false", "https://a.example/?a=result, false",
            "https://a.example/#?result=1, false" })
    void findsAResultThatIsNotOurs(String returnUrl, boolean carries) {
        assertThat(ReturnLinks.carriesResult(returnUrl)).isEqualTo(carries);
    }

    @Test
    void saysWhatHappened() throws Exception {
        JwtClaims claims = verifier("partner", NOW.plusSeconds(599)).processToClaims(token(COMPLETED));

        assertThat(claims.getStringClaimValue("session_id")).isEqualTo("session");
        assertThat(claims.getStringClaimValue("booking_id")).isEqualTo("booking");
        assertThat(claims.getStringClaimValue("status")).isEqualTo("completed");
        assertThat(claims.getIssuer()).isEqualTo("https://pay.example");
        assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void namesNoBookingWhereThereIsNone() throws Exception {
        var expired = new ReturnResult("partner", "session", ReturnResult.Status.EXPIRED, null);

        JwtClaims claims = verifier("partner", NOW).processToClaims(token(expired));

        assertThat(claims.getStringClaimValue("status")).isEqualTo("expired");
        assertThat(claims.hasClaim("booking_id")).isFalse();
        assertThatThrownBy(() -> new ReturnResult("partner", "session", ReturnResult.Status.EXPIRED, "booking"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void provesNothingToOthersLaterOrAltered() throws Exception {
        String token = token(COMPLETED);
        assertThatThrownBy(() -> verifier("other", NOW).processToClaims(token)).isInstanceOf(InvalidJwtException.class);
        assertThatThrownBy(() -> verifier("partner", NOW.plusSeconds(600)).processToClaims(token))
                .isInstanceOf(InvalidJwtException.class);
        String altered = token.substring(0, token.indexOf('.') + 5) + "A" + token.substring(token.indexOf('.') + 6);
        assertThatThrownBy(() -> verifier("partner", NOW).processToClaims(altered)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void tellsNoPrivateKey() {
        assertThat(keys.published()).contains("\"kid\":\"one\"", "\"alg\":\"ES256\"", "\"use\":\"sig\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void signsWithTheFirstKeyAndTellsAll(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("keys.json"), json(key("two"), key));
        keys = new ReturnKeys(new Given(Optional.empty(), Optional.of(file.toString())));
        String old = token(COMPLETED);

        assertThat(keys.published()).contains("\"kid\":\"one\"", "\"kid\":\"two\"");
        assertThat(verifier("partner", NOW).processToClaims(old).getIssuer()).isEqualTo("https://pay.example");
    }

    @Test
    void refusesKeysItCannotSignWith() throws Exception {
        String publicOnly = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
        String rsa = new JsonWebKeySet(RsaJwkGenerator.generateJwk(2048)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        for (String unusable : new String[] { "secret", "{}", "{\"keys\":[]}", publicOnly, rsa, json(key(null)) }) {
            assertThatThrownBy(() -> new ReturnKeys(source(unusable))).isInstanceOf(IllegalStateException.class).hasNoCause()
                    .hasMessage("the return keys are not a JWK Set of private P-256 keys, each with a kid");
        }
        assertThatThrownBy(() -> new ReturnKeys(new Given(Optional.empty(), Optional.empty())))
                .hasMessageContaining("RETURN_KEYS_FILE");
    }

    private String token(ReturnResult result) {
        return links.to("https://a.example/", result).substring("https://a.example/?result=".length());
    }

    private JwtConsumer verifier(String audience, Instant now) throws JoseException {
        return new JwtConsumerBuilder().setVerificationKeyResolver(
                new JwksVerificationKeyResolver(new JsonWebKeySet(keys.published()).getJsonWebKeys()))
                .setExpectedIssuer("https://pay.example").setExpectedAudience(audience).setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond())).build();
    }

    private static EllipticCurveJsonWebKey key(String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(EllipticCurveJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static ReturnKeys.Source source(String json) {
        return new Given(Optional.of(json), Optional.empty());
    }

    private record Given(Optional<String> json, Optional<String> file) implements ReturnKeys.Source {
    }
}
