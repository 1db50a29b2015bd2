package io.housemates.platform.privacy;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/**
 * Data keys → topic {@code personal-keys}, keyed by their id: the wrapped key before the events that need it, and a record
 * without value when it is destroyed.
 */
@ApplicationScoped
class DataKeysOutbox {

    static final String TOPIC = "personal-keys";

    private final Outbox outbox;
    private final boolean publishes;

    DataKeysOutbox(Outbox outbox, PersonalDataConfig config) {
        this.outbox = outbox;
        publishes = config.publishesKeys();
    }

    Uni<Void> wrapped(String keyId, byte[] wrapped) {
        return publish(() -> outbox.append(TOPIC, keyId, "data_key.wrapped", new DataKeyWrapped(keyId, wrapped)));
    }

    Uni<Void> destroyed(String keyId) {
        return publish(() -> outbox.appendTombstone(TOPIC, keyId, "data_key.destroyed"));
    }

    private Uni<Void> publish(Supplier<Uni<Void>> append) {
        return publishes ? append.get() : Uni.createFrom().voidItem();
    }
}
