package io.housemates.dispatcher.inbox;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long this service keeps what it must not keep for ever; the archive's time is {@code dispatcher.delivery.retention}. */
@ConfigMapping(prefix = "housemates.kept")
interface Kept {

    /** Events kept from leaving because they do not fit their schema: until somebody releases them, at most so long. */
    @WithDefault("P90D")
    Period quarantine();
}
