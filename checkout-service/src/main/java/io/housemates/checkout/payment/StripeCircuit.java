package io.housemates.checkout.payment;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;

/**
 * Stops asking Stripe while it gives no answers. After a pause one call, whosever it is, finds out whether it is back.
 *
 * A refusal by Stripe is an answer, and so is its word that one client asks too often: if that counted, one partner could
 * take Stripe away from all. Only silence and Stripe's own errors count.
 */
@ApplicationScoped
class StripeCircuit {

    private static final Logger LOG = Logger.getLogger(StripeCircuit.class);

    private final Guard guard;
    private final Duration pause;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;
    private volatile long changedAt;

    StripeCircuit(StripeConfig config, MeterRegistry meters) {
        meters.gauge("stripe.circuit.open", this, circuit -> circuit.isOpen() ? 1 : 0);
        pause = config.circuit().pause();
        guard = Guard.create().withDescription("stripe").withCircuitBreaker()
                .requestVolumeThreshold(config.circuit().calls())
                .failureRatio(config.circuit().failureRatio())
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .failOn(ProviderUnavailableException.class)
                .skipOn(ProviderBusyException.class)
                .onStateChange(this::changed)
                .done().build();
    }

    /** Fails with {@link ProviderUnavailableException} where Stripe is not to be asked; blocks where it is. */
    @SuppressWarnings("unchecked")
    <T> T call(Callable<T> call) throws Exception {
        try {
            // the type only tells the guard that the call is not an asynchronous one
            return guard.call(call, (Class<T>) Object.class);
        } catch (CircuitBreakerOpenException e) {
            throw new ProviderUnavailableException();
        }
    }

    /** Whether a call made now would be refused: Stripe is left alone, or somebody is just finding out whether it is back. */
    boolean isOpen() {
        return state == CircuitBreakerState.HALF_OPEN
                || state == CircuitBreakerState.OPEN && System.nanoTime() - changedAt < pause.toNanos();
    }

    private void changed(CircuitBreakerState next) {
        changedAt = System.nanoTime();
        state = next;
        LOG.warnf("Calls to Stripe state=%s", next);
    }
}
