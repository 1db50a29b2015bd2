package io.housemates.dispatcher.subscription;

import jakarta.enterprise.context.ApplicationScoped;

/** Seals what receivers answered where no data key does: nobody knows what they put into it. */
@ApplicationScoped
public class SealedAnswers {

    private final SecretVault vault;

    SealedAnswers(SecretVault vault) {
        this.vault = vault;
    }

    public byte[] seal(String answer, String subscriptionId) {
        return vault.seal(answer, answersOf(subscriptionId));
    }

    /** Null once its key has left the keyset: answers are not sealed anew, they are gone after some weeks. */
    public String open(byte[] sealed, String subscriptionId) {
        try {
            return vault.open(sealed, answersOf(subscriptionId));
        } catch (IllegalStateException keyIsGone) {
            return null;
        }
    }

    /** Keeps answers and secrets apart: what is sealed as one cannot be opened as the other. */
    private static String answersOf(String subscriptionId) {
        return "answers of " + subscriptionId;
    }
}
