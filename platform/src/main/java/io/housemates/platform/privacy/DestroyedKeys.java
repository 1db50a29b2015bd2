package io.housemates.platform.privacy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.platform.retention.OldRows;
import io.housemates.platform.retention.Retained;
import io.vertx.mutiny.sqlclient.Pool;

/** Forgets that keys were destroyed, once nothing can ask for them any more. */
class DestroyedKeys {

    /** Served by data_key_erased_at. */
    @Produces
    @Singleton
    Retained destroyedKeys(Pool pool, PersonalDataConfig config) {
        return new OldRows(pool, "destroyed_keys", "data_key", "erased_at", config.destroyedRemembered());
    }
}
