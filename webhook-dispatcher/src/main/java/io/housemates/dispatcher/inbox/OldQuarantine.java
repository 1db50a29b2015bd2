package io.housemates.dispatcher.inbox;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.platform.retention.OldRows;
import io.housemates.platform.retention.Retained;
import io.vertx.mutiny.sqlclient.Pool;

/** Events that nobody let leave for a long time. */
class OldQuarantine {

    /** Served by quarantine_recorded. */
    @Produces
    @Singleton
    Retained quarantine(Pool pool, Kept kept) {
        return new OldRows(pool, "quarantine", "quarantine", "recorded_at", kept.quarantine());
    }
}
