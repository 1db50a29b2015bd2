package io.housemates.checkout.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * An import or a withdrawal that died between a change and its {@link OnSale} left the search with what was before: when the
 * service starts, and now and then, every room is looked at again. What is right already is not written.
 */
@ApplicationScoped
class SearchRepair {

    private static final Logger LOG = Logger.getLogger(SearchRepair.class);
    private static final int ROOMS_AT_ONCE = 500;

    private final OnSale onSale;

    SearchRepair(OnSale onSale) {
        this.onSale = onSale;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> walk() {
        return walkOn("").onFailure()
                .invoke(e -> LOG.warnf("Search not looked through, tried again later reason=\"%s\"", e.getMessage()))
                .onFailure().recoverWithNull();
    }

    private Uni<Void> walkOn(String behind) {
        return onSale.refreshBehind(behind, ROOMS_AT_ONCE)
                .chain(last -> last == null ? Uni.createFrom().voidItem() : walkOn(last));
    }
}
