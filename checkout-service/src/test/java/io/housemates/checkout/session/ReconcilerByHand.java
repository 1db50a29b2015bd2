package io.housemates.checkout.session;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test say when the reconciler runs, where its own schedule is switched off. */
@ApplicationScoped
public class ReconcilerByHand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Reconciler reconciler;

    ReconcilerByHand(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    public void carryOn() {
        reconciler.carryOn().await().atMost(PATIENCE);
    }
}
