package io.housemates.booking.booking;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.platform.privacy.BlindIndex;
import io.housemates.platform.privacy.ConfiguredKeyset;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The operator's keyset behind the search; without one there is no start. */
class BlindIndexKeyset {

    @Startup
    @Produces
    @Singleton
    BlindIndex index(Config config) {
        return BlindIndex.of(new ConfiguredKeyset("BLIND_INDEX_KEYSET", config.keyset().json(), config.keyset().file()));
    }

    /** How bookings are found whose details are sealed. */
    @ConfigMapping(prefix = "housemates.blind-index")
    interface Config {

        Keyset keyset();

        /** How often bookings are looked for that are filed under another key than the primary one. Read by its schedule. */
        @WithDefault("10m")
        Duration lookForOutdated();

        /** The Tink keyset (PRF, JSON) that makes tokens of words. */
        interface Keyset {

            /** The keyset itself. */
            Optional<String> json();

            /** A file that holds the keyset; wins over the variable. */
            Optional<String> file();
        }
    }
}
