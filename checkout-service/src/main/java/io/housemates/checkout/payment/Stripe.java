package io.housemates.checkout.payment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

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

    private static final int TOO_MANY_REQUESTS = 429;
    /** Another call with the same idempotency key is. */
    private static final int UNDER_WAY = 409;

    private final StripeGateway gateway;
    private final StripeWorkers workers;
    private final StripeCircuit circuit;
    private final StripeMeters meters;

    Stripe(StripeGateway gateway, StripeWorkers workers, StripeCircuit circuit, StripeMeters meters) {
        this.gateway = gateway;
        this.workers = workers;
        this.circuit = circuit;
        this.meters = meters;
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
        return call("create_intent", () -> gateway.create(intent, idempotencyKey));
    }

    public Uni<Intent> retrieve(String intentId) {
        return call("retrieve_intent", () -> gateway.retrieve(intentId));
    }

    /** Intents that carry the session's id in their metadata; Stripe's search may lag by a minute. */
    public Uni<List<Intent>> findBySession(String sessionId) {
        return call("search_intents", () -> gateway.findBySession(sessionId));
    }

    /**
     * Cancels, or tells the intent as it is when it can no longer be cancelled. Doing it twice does no harm, so each call is a
     * new one: under a key of its own Stripe would repeat an error of one moment for a day.
     */
    public Uni<Intent> cancel(String intentId) {
        return call("cancel_intent", () -> gateway.cancel(intentId))
                .onFailure(Stripe::isUnexpectedState).recoverWithUni(() -> retrieve(intentId));
    }

    public Uni<StripeRefund> refund(NewRefund order) {
        return call("create_refund", () -> gateway.refund(order));
    }

    public Uni<List<StripeRefund>> refundsOf(String intentId) {
        return call("list_refunds", () -> gateway.refundsOf(intentId));
    }

    public Uni<List<StripeDispute>> disputesOf(String intentId) {
        return call("list_disputes", () -> gateway.disputesOf(intentId));
    }

    /** By address, the types of event that Stripe tells there; an asterisk stands for all. */
    public Uni<Map<String, List<String>>> webhookEndpoints() {
        return call("list_webhook_endpoints", gateway::webhookEndpoints);
    }

    private <T> Uni<T> call(String name, Callable<T> call) {
        return Uni.createFrom().deferred(() -> {
            var made = new AtomicBoolean();
            return workers.run(() -> circuit.call(() -> {
                made.set(true);
                return meters.timed(name, () -> translated(call));
            })).onFailure(ProviderUnavailableException.class).invoke(() -> {
                if (!made.get()) {
                    meters.notMade(name);
                }
            });
        });
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
        boolean noAnswer = stripe instanceof ApiConnectionException || status == null || status >= 500;
        LOG.warnf("Stripe call failed kind=%s status=%s code=%s request=%s", stripe.getClass().getSimpleName(), status,
                stripe.getCode(), stripe.getRequestId());
        if (noAnswer) {
            return new ProviderUnavailableException();
        }
        return status == TOO_MANY_REQUESTS || status == UNDER_WAY ? new ProviderBusyException()
                : new ProviderRefusedException(stripe.getCode(), status);
    }

    private static boolean isUnexpectedState(Throwable failure) {
        return failure instanceof ProviderRefusedException refused
                && ProviderRefusedException.UNEXPECTED_STATE.equals(refused.code());
    }
}
