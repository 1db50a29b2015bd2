package io.housemates.platform.retention;

import java.time.Instant;

/**
 * One kind of data that is kept for a time.
 *
 * @param before what ended before that time is due
 * @param due how many are due now; after a run: how many are left, which the schedule or another call removes
 * @param oldest when the oldest of them ended, null when none is due
 * @param removed how many this call removed, 0 in a dry run
 */
record RetentionView(String data, Instant before, long due, Instant oldest, int removed) {
}
