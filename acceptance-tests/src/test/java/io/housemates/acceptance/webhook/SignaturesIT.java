package io.housemates.acceptance.webhook;

import static io.housemates.acceptance.webhook.SigningSubscription.library;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;

/** Signatures as partners verify them: with the published library, or with what their platform brings along. */
@AcceptanceTest
class SignaturesIT {

    /** What X.509 puts in front of the 32 bytes of an ed25519 key (RFC 8410). */
    private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    @Test
    void signsWithBothSecretsDuringTheOverlapAndWithTheNewOneAfterIt() {
        try (var receiver = Receiver.up()) {
            var subscription = SigningSubscription.create(Partner.create(), receiver, "v1");
            var old = library(subscription.firstKey());
            Received before = subscription.deliver();
            assertThat(before.isSignedWith(old)).isTrue();
            assertThat(signatures(before, "v1")).hasSize(1);

            var fresh = library(subscription.rotate(1));
            Received during = subscription.deliver();
            assertThat(during.isSignedWith(old)).isTrue();
            assertThat(during.isSignedWith(fresh)).isTrue();
            assertThat(signatures(during, "v1")).hasSize(2);

            endOverlap(subscription);
            Received after = subscription.deliver();
            assertThat(after.isSignedWith(fresh)).isTrue();
            assertThat(after.isSignedWith(old)).isFalse();
            assertThat(signatures(after, "v1")).hasSize(1);
        }
    }

    @Test
    void dropsTheOldSecretAtOnceWithoutAnOverlap() {
        try (var receiver = Receiver.up()) {
            var subscription = SigningSubscription.create(Partner.create(), receiver, "v1");
            var fresh = library(subscription.rotate(0));
            Received after = subscription.deliver();
            assertThat(after.isSignedWith(fresh)).isTrue();
            assertThat(after.isSignedWith(library(subscription.firstKey()))).isFalse();
        }
    }

    @Test
    void signsWithEd25519ForWhoeverKnowsThePublicKey() throws Exception {
        try (var receiver = Receiver.up()) {
            var subscription = SigningSubscription.create(Partner.create(), receiver, "v1a");
            assertThat(subscription.firstKey()).startsWith("whpk_");
            Received before = subscription.deliver();
            assertThat(isSignedWith(subscription.firstKey(), before)).isTrue();

            String fresh = subscription.rotate(1);
            Received during = subscription.deliver();
            assertThat(isSignedWith(subscription.firstKey(), during)).isTrue();
            assertThat(isSignedWith(fresh, during)).isTrue();

            endOverlap(subscription);
            Received after = subscription.deliver();
            assertThat(isSignedWith(fresh, after)).isTrue();
            assertThat(isSignedWith(subscription.firstKey(), after)).isFalse();
        }
    }

    /** Lets the hours pass, and has the endpoint read anew as it is whenever its settings change. */
    private static void endOverlap(SigningSubscription subscription) {
        Database.DISPATCHER.update(
                "UPDATE subscription_secret SET expires_at = now() WHERE subscription_id = ? AND expires_at > now()",
                subscription.id());
        subscription.partner().dispatcher()
                .patch("/api/webhooks/" + subscription.id(), Json.object().put("description", "overlap is over")).expect(200);
    }

    private static List<String> signatures(Received webhook, String scheme) {
        return List.of(webhook.header("webhook-signature").split(" ")).stream().filter(one -> one.startsWith(scheme + ","))
                .map(one -> one.substring(scheme.length() + 1)).toList();
    }

    private static boolean isSignedWith(String publicKey, Received webhook) throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509_ED25519);
        encoded.writeBytes(Base64.getDecoder().decode(publicKey.substring("whpk_".length())));
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
        for (String signature : signatures(webhook, "v1a")) {
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(key);
            verifying.update((webhook.id() + "." + webhook.header("webhook-timestamp") + ".").getBytes(UTF_8));
            verifying.update(webhook.bytes());
            if (verifying.verify(Base64.getDecoder().decode(signature))) {
                return true;
            }
        }
        return false;
    }
}
