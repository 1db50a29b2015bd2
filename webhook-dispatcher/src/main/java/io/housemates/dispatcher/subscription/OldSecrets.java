package io.housemates.dispatcher.subscription;

import java.time.Period;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.platform.retention.OldRows;
import io.housemates.platform.retention.Retained;
import io.vertx.mutiny.sqlclient.Pool;

/** Rotated secrets whose overlap is over sign nothing any more. */
class OldSecrets {

    /** Attempts under way have what they need in memory; a day is for clocks that differ. */
    private static final Period KEPT = Period.ofDays(1);

    /** Served by subscription_secret_expires. */
    @Produces
    @Singleton
    Retained secrets(Pool pool) {
        return new OldRows(pool, "expired_webhook_secrets", "subscription_secret", "expires_at", KEPT);
    }
}
