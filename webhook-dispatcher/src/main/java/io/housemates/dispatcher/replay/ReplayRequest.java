package io.housemates.dispatcher.replay;

import java.time.Instant;
import java.util.Set;

import io.housemates.platform.api.InvalidFieldsException;

/**
 * What to send again.
 *
 * @param scope {@code failed} (the default) or {@code all}
 * @param since events or deliveries from then on; the oldest kept when absent
 * @param until before then; now when absent
 */
record ReplayRequest(String scope, Instant since, Instant until) {

    ReplayRequest complete(Instant now) {
        ReplayRequest complete = new ReplayRequest(scope == null ? "failed" : scope,
                since == null || since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since,
                until == null || until.isAfter(now) ? now : until);
        if (!Set.of("failed", "all").contains(complete.scope)) {
            throw InvalidFieldsException.of("scope", "Must be failed or all.");
        }
        if (!complete.since.isBefore(complete.until)) {
            throw InvalidFieldsException.of("since", "Must be before until.");
        }
        return complete;
    }
}
