package io.housemates.dispatcher.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.subscription.SealedAnswers;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

/**
 * What of a receiver's answer is stored, and how: it may repeat what it was sent, so it is sealed with the data key of the
 * event where there is one, and with the keyset of the subscriptions' secrets elsewhere.
 */
@ApplicationScoped
class KeptAnswers {

    private final SealedAnswers answers;

    KeptAnswers(SealedAnswers answers) {
        this.answers = answers;
    }

    /** @param clear only the empty answer @param keyId of the data key, or null @param sealed null where nothing is kept */
    record KeptAnswer(String clear, String keyId, Buffer sealed) {
    }

    /** @param head null where there was no answer; nothing of it is kept once something personal of the event was erased */
    KeptAnswer keep(Delivery delivery, String head) {
        OpenedBody content = delivery.content();
        if (head == null || head.isEmpty() || content.erased()) {
            return new KeptAnswer(head != null && head.isEmpty() ? head : null, null, null);
        }
        byte[] sealed = content.key() == null ? answers.seal(head, delivery.subscriptionId()) : content.sealed(head);
        return new KeptAnswer(null, content.keyId(), Buffer.buffer(sealed));
    }

    /** Null once the personal data was erased that the answer may have repeated. */
    String open(Row attempt, String subscriptionId, KeyRing ring) {
        var sealed = attempt.getBuffer("sealed_head");
        String keyId = attempt.getString("key_id");
        if (sealed == null) {
            return attempt.getString("response_head");
        }
        if (keyId == null) {
            return answers.open(sealed.getBytes(), subscriptionId);
        }
        byte[] opened = ring.open(new Sealed(keyId, sealed.getBytes()));
        return opened == null ? null : new String(opened, UTF_8);
    }
}
