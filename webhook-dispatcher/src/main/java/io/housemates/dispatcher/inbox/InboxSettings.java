package io.housemates.dispatcher.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How patient the way in is. */
@ConfigMapping(prefix = "dispatcher.inbox")
interface InboxSettings {

    /** How often an event is tried that fails in a way nobody foresaw, before it is set aside; 12 take some 20 seconds. */
    @WithDefault("12")
    int tries();

    /** How long an event waits for its data key, others of its booking behind it, before it is set aside. */
    @WithDefault("15m")
    Duration longestWaitForKey();
}
