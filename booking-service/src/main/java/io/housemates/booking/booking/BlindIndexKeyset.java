package io.housemates.booking.booking;

import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.platform.privacy.BlindIndex;
import io.housemates.platform.privacy.ConfiguredKeyset;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;

/** The operator's keyset behind the search; without one there is no start. */
class BlindIndexKeyset {

    @Startup
    @Produces
    @Singleton
    BlindIndex index(Keyset keyset) {
        return BlindIndex.of(new ConfiguredKeyset("BLIND_INDEX_KEYSET", keyset.json(), keyset.file()));
    }

    /** The Tink keyset (PRF, JSON) that makes tokens of words. */
    @ConfigMapping(prefix = "housemates.blind-index.keyset")
    interface Keyset {

        /** The keyset itself. */
        Optional<String> json();

        /** A file that holds the keyset; wins over the variable. */
        Optional<String> file();
    }
}
