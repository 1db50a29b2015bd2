package io.housemates.checkout.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Looks, when the service starts and now and then, whether Stripe tells us all that we need to know. Where it does not,
 * everything still happens, only later: people are told by the log and by {@code stripe_webhook_types_missing}.
 */
@ApplicationScoped
class StripeSubscription {

    private static final Logger LOG = Logger.getLogger(StripeSubscription.class);
    private static final String PATH = "/stripe/webhooks";
    private static final String ALL = "*";

    private final Stripe stripe;
    private volatile Set<String> missing;

    StripeSubscription(Stripe stripe, MeterRegistry meters) {
        this.stripe = stripe;
        meters.gauge("stripe.webhook.types.missing", this, StripeSubscription::count);
    }

    /** Stripe may be away, or its key may not be allowed to ask: then it stays unknown. */
    @Scheduled(every = "${housemates.stripe.subscription-check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> check() {
        return stripe.webhookEndpoints().invoke(this::compare).replaceWithVoid()
                .onFailure().invoke(e -> LOG.infof("Not known what Stripe tells us reason=\"%s\"", e.getMessage()))
                .onFailure().recoverWithNull();
    }

    /** Null as long as it is not known. */
    Set<String> missing() {
        return missing;
    }

    private void compare(Map<String, List<String>> endpoints) {
        Set<String> needed = new TreeSet<>(StripeEventTypes.NEEDED);
        endpoints.forEach((url, types) -> {
            if (url.endsWith(PATH)) {
                needed.removeAll(types.contains(ALL) ? StripeEventTypes.NEEDED : types);
            }
        });
        if (!needed.isEmpty() && !needed.equals(missing)) {
            LOG.warnf("Stripe's webhook endpoint is not subscribed to all that is needed missing=%s", needed);
        }
        missing = needed;
    }

    private double count() {
        return missing == null ? Double.NaN : missing.size();
    }
}
