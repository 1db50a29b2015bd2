package io.housemates.platform.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How old data is removed; how long each kind is kept is a setting of the service that has it. */
@ConfigMapping(prefix = "housemates.retention")
interface RetentionConfig {

    /** How often it is looked for; {@code off} where only the administration asks for it. Read by the schedule. */
    @WithDefault("1h")
    String every();

    /** How long after a start it is looked for first. Read by the schedule. */
    @WithDefault("10m")
    Duration delayed();

    /** How much goes in one transaction. */
    @WithDefault("200")
    int batch();

    /** How many batches of each kind one call of the administration removes; the schedule goes on until nothing is due. */
    @WithDefault("100")
    int batchesPerCall();
}
