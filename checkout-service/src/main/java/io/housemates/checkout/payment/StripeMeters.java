package io.housemates.checkout.payment;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Our calls to Stripe in numbers: {@code stripe_calls_seconds} by call and outcome (answered, refused, unanswered), and
 * {@code stripe_calls_not_made_total} for those that found no place or the circuit open.
 */
@ApplicationScoped
class StripeMeters {

    private final MeterRegistry meters;

    StripeMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> T timed(String call, Callable<T> work) throws Exception {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "unanswered";
        try {
            T answer = work.call();
            outcome = "answered";
            return answer;
        } catch (ProviderRefusedException e) {
            outcome = "refused";
            throw e;
        } finally {
            sample.stop(meters.timer("stripe.calls", "call", call, "outcome", outcome));
        }
    }

    void notMade(String call) {
        meters.counter("stripe.calls.not.made", "call", call).increment();
    }
}
