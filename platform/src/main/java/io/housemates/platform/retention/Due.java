package io.housemates.platform.retention;

import java.time.Instant;

/**
 * What is due.
 *
 * @param oldest when the oldest of it ended, null when nothing is due
 */
public record Due(long count, Instant oldest) {
}
