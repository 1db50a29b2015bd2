package io.housemates.checkout.idempotency;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/**
 * Keeps the answer to a request in the transaction that does what it tells of, so that there is never one without the other.
 */
public interface Answering {

    Uni<Void> keep(Envelope<?> answer);
}
