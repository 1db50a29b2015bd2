package io.housemates.localstack.stripe.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import io.housemates.localstack.stripe.state.Journal;
import io.housemates.localstack.stripe.state.Shelf;

/**
 * Makes a repeated POST harmless: under one key the first answer is kept for 24 hours, errors included.
 *
 * @see <a href="https://docs.stripe.com/api/idempotent_requests">Stripe: idempotent requests</a>
 */
public final class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Map<String, String> inProgress = new HashMap<>();
    private final Shelf<StoredAnswer> answers;
    private final Clock clock;

    public IdempotencyKeys(Journal journal, Clock clock) {
        this.answers = new Shelf<>(journal, StoredAnswer.KIND, StoredAnswer.class);
        this.clock = clock;
    }

    /** The answer to replay, or nothing: then the key is taken until {@link #finish}. */
    public Optional<Answer> begin(ApiRequest request) {
        if (request.idempotencyKey().isEmpty()) {
            return Optional.empty();
        }
        String key = request.idempotencyKey().get();
        String fingerprint = fingerprint(request);
        Optional<StoredAnswer> stored = answers.find(key).filter(this::fresh);
        String known = stored.map(StoredAnswer::fingerprint).orElse(inProgress.get(key));
        if (known != null && !known.equals(fingerprint)) {
            throw StripeError.keyReused(key);
        }
        if (inProgress.containsKey(key)) {
            throw StripeError.keyInUse(key);
        }
        if (stored.isEmpty()) {
            inProgress.put(key, fingerprint);
        }
        return stored.map(StoredAnswer::replay);
    }

    public void finish(ApiRequest request, Answer answer) {
        request.idempotencyKey().ifPresent(key -> {
            String fingerprint = inProgress.remove(key);
            if (answer.remembered()) {
                answers.put(StoredAnswer.of(key, fingerprint, request, answer, clock.instant().getEpochSecond()));
            }
        });
    }

    public void clear() {
        answers.clear();
    }

    private boolean fresh(StoredAnswer answer) {
        return clock.instant().getEpochSecond() - answer.created() < KEPT.toSeconds();
    }

    private static String fingerprint(ApiRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((request.method() + " " + request.path() + " " + request.form().canonical()).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
