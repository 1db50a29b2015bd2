package io.housemates.checkout.catalogue;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A room or booking period that is off sale.
 *
 * @param withdrawnAt since when, ISO 8601 in UTC
 */
record Withdrawn(String id, @JsonProperty("withdrawn_at") Instant withdrawnAt) {
}
