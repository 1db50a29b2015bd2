package io.housemates.checkout.hosted.draft;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Forgets what was typed soon after their sessions are over. */
class DraftRetention {

    private final Drafts drafts;

    DraftRetention(Drafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(every = "${housemates.hosted.forget-drafts-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> forget() {
        return drafts.forgetEnded();
    }
}
