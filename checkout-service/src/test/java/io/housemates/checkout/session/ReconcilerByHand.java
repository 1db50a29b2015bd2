package io.housemates.checkout.session;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test say when the reconciler runs, where its own schedule is switched off. */
@ApplicationScoped
public class ReconcilerByHand {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Reconciler reconciler;

    ReconcilerByHand(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    /** Begins what is due and waits until it is done. */
    public void carryOn() {
        reconciler.carryOn().await().atMost(PATIENCE);
        await().atMost(PATIENCE).pollInterval(POLL).until(reconciler::idle);
    }
}
