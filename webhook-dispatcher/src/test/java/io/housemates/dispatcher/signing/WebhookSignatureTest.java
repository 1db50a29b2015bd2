package io.housemates.dispatcher.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant TIME = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final SigningKey HMAC = SigningKey.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final SigningKey ED25519 = SigningKey.parse(
            "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==");

    @Test
    void signsThePublishedVectorWithV1() {
        assertThat(WebhookSignature.of(List.of(HMAC), ID, TIME, ByteBuffer.wrap(BODY)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsThePublishedVectorWithV1a() {
        assertThat(WebhookSignature.of(List.of(ED25519), ID, TIME, ByteBuffer.wrap(BODY)))
                .isEqualTo("v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
        assertThat(ED25519.verificationKey()).isEqualTo("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
    }

    @Test
    void isAcceptedByWhatAPartnerVerifiesWith() {
        for (SigningKey key : List.of(HMAC, ED25519)) {
            String signature = WebhookSignature.of(List.of(key), ID, TIME, ByteBuffer.wrap(BODY));
            assertThat(List.of(VerificationKey.of(key), VerificationKey.parse(key.verificationKey()))).allSatisfy(verifying -> {
                assertThat(verifying.accepts(List.of("v1,other", signature), ID, TIME, BODY)).isTrue();
                assertThat(verifying.accepts(List.of("v1,other", signature), ID, TIME.plusSeconds(1), BODY)).isFalse();
                assertThat(verifying.accepts(List.of("v1,other", signature), "another", TIME, BODY)).isFalse();
                assertThat(verifying.accepts(List.of(signature.substring(0, 20)), ID, TIME, BODY)).isFalse();
                assertThat(verifying.accepts(List.of("v1a,?"), ID, TIME, BODY)).isFalse();
            });
        }
    }

    @Test
    void derivesThePublicKeyFromTheSeed() {
        byte[] bytes = Base64.getDecoder().decode(ED25519.secret().substring(5));
        assertThat(Ed25519Key.fromSeed(Arrays.copyOf(bytes, 32)).secret()).isEqualTo(ED25519.secret());
    }

    @Test
    void separatesSignaturesOfSeveralKeysByASpace() {
        assertThat(WebhookSignature.of(List.of(HMAC, ED25519), ID, TIME, ByteBuffer.wrap(BODY))).matches("v1,\\S+ v1a,\\S+");
    }

    @Test
    void generatesSecretsThatCanBeReadBack() {
        for (SigningScheme scheme : SigningScheme.values()) {
            SigningKey key = SigningKey.generate(scheme, new SecureRandom());
            assertThat(SigningKey.parse(key.secret()).sign(ByteBuffer.wrap(BODY))).isEqualTo(key.sign(ByteBuffer.wrap(BODY)));
        }
    }

    @Test
    void refusesSecretsOfTheWrongShapeWithoutQuotingThem() {
        for (String wrong : List.of("hunter2", "whsec_AAAA", "whsec_!!!!", "whsk_AAAA",
                "whsec_" + Base64.getEncoder().encodeToString(new byte[65]))) {
            assertThatThrownBy(() -> SigningKey.parse(wrong)).isInstanceOf(IllegalArgumentException.class)
                    .message().doesNotContain(wrong).doesNotContain("AAAA");
        }
    }

    @Test
    void neverPrintsAKey() {
        assertThat(List.of(HMAC, ED25519).toString()).isEqualTo("[HmacKey, Ed25519Key]");
    }

    @Test
    void leavesTheBodyAsItIsForWhoeverSendsIt() {
        ByteBuffer body = ByteBuffer.allocateDirect(BODY.length + 1).put((byte) 'x').put(BODY).flip().position(1);
        String both = WebhookSignature.of(List.of(HMAC, ED25519), ID, TIME, body);
        assertThat(body.position()).isOne();
        assertThat(body.remaining()).isEqualTo(BODY.length);
        assertThat(both).isEqualTo(WebhookSignature.of(List.of(HMAC, ED25519), ID, TIME, ByteBuffer.wrap(BODY)));
    }
}
