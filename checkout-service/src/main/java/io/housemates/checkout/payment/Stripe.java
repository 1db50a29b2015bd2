package io.housemates.checkout.payment;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;

import io.smallrye.mutiny.Uni;

/**
 * Stripe, asked from the event loop: each call runs on a bounded pool of workers and comes back to the caller's context.
 * Never called inside a transaction.
 */
@ApplicationScoped
public class Stripe {

    private static final Logger LOG = Logger.getLogger(Stripe.class);

    private final StripeGateway gateway;
    private final StripeWorkers workers;
    private final StripeCircuit circuit;

    Stripe(StripeGateway gateway, StripeWorkers workers, StripeCircuit circuit) {
        this.gateway = gateway;
        this.workers = workers;
        this.circuit = circuit;
    }

    /**
     * Refuses what would only fail, before anything is written down for it: new checkouts, while Stripe gives no answers or
     * too many calls wait for it.
     */
    public void requireReachable() {
        if (circuit.isOpen() || workers.areCrowded()) {
            throw new ProviderUnavailableException();
        }
    }

    public Uni<Intent> create(NewIntent intent, String idempotencyKey) {
        return call(() -> gateway.create(intent, idempotencyKey));
    }

    public Uni<Intent> retrieve(String intentId) {
        return call(() -> gateway.retrieve(intentId));
    }

    /** Intents that carry the session's id in their metadata; Stripe's search may lag by a minute. */
    public Uni<List<Intent>> findBySession(String sessionId) {
        return call(() -> gateway.findBySession(sessionId));
    }

    /**
     * Cancels, or tells the intent as it is when it can no longer be cancelled. Doing it twice does no harm, so each call is a
     * new one: under a key of its own Stripe would repeat an error of one moment for a day.
     */
    public Uni<Intent> cancel(String intentId) {
        return call(() -> gateway.cancel(intentId))
                .onFailure(Stripe::isUnexpectedState).recoverWithUni(() -> retrieve(intentId));
    }

    public Uni<StripeRefund> refund(NewRefund order) {
        return call(() -> gateway.refund(order));
    }

    public Uni<List<StripeRefund>> refundsOf(String intentId) {
        return call(() -> gateway.refundsOf(intentId));
    }

    private <T> Uni<T> call(Callable<T> call) {
        return workers.run(() -> circuit.call(() -> translated(call)));
    }

    private static <T> T translated(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (StripeException e) {
            throw translate(e);
        }
    }

    private static RuntimeException translate(StripeException stripe) {
        Integer status = stripe.getStatusCode();
        boolean noAnswer = stripe instanceof ApiConnectionException || status == null || status >= 500 || status == 429
                || status == 409;
        LOG.warnf("Stripe call failed kind=%s status=%s code=%s request=%s", stripe.getClass().getSimpleName(), status,
                stripe.getCode(), stripe.getRequestId());
        return noAnswer ? new ProviderUnavailableException() : new ProviderRefusedException(stripe.getCode(), status);
    }

    private static boolean isUnexpectedState(Throwable failure) {
        return failure instanceof ProviderRefusedException refused
                && ProviderRefusedException.UNEXPECTED_STATE.equals(refused.code());
    }
}
