package io.housemates.platform.privacy;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How personal data is protected. */
@ConfigMapping(prefix = "housemates.personal-data")
public interface PersonalDataConfig {

    /** The Tink keyset (AEAD, JSON) that wraps the data keys. */
    Keyset keyset();

    /** Whether keys made here are told to the other services; false where only this service uses them. */
    @WithDefault("false")
    boolean publishesKeys();

    /** Whether this service keeps a copy of the keys that others make. */
    @WithDefault("false")
    boolean replica();

    /**
     * How long an event waits for the key that opens it, and longer while keys arrive that lay on their topic by then; then it
     * is dead-lettered.
     */
    @WithDefault("PT20S")
    Duration keyPatience();

    /**
     * How long it is remembered that a key was destroyed. Longer than anything that it sealed or that tells it can come from
     * Kafka, from dead letters or from the dispatcher's archive, and than Stripe tells of a payment, for which a key would be
     * made anew; it can come back from a backup only.
     */
    @WithDefault("P3Y")
    Period destroyedRemembered();

    interface Keyset {

        /** The keyset itself. */
        Optional<String> json();

        /** A file that holds the keyset; wins over the variable. */
        Optional<String> file();
    }
}
