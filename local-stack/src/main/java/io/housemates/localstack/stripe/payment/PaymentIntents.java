package io.housemates.localstack.stripe.payment;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Caller;
import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.Listing;
import io.housemates.localstack.stripe.http.StripeError;

/** {@code /v1/payment_intents}: reads what is asked, lets the intent or its confirmation do it, and keeps the outcome. */
public final class PaymentIntents {

    private static final Set<String> CANCELLATION_REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer",
            "abandoned");
    private static final Set<String> CONFIRMATION = Set.of("payment_method", "payment_method_data", "payment_method_types",
            "payment_method_options", "return_url", "receipt_email", "setup_future_usage", "off_session", "shipping",
            "use_stripe_sdk", "expected_payment_method_type", "error_on_requires_action");
    private static final Set<String> UPDATE = union(Details.PARAMETERS, CONFIRMATION, Set.of("amount", "currency"));
    private static final Set<String> CREATION = union(UPDATE, Set.of("confirm", "automatic_payment_methods", "capture_method",
            "confirmation_method", "statement_descriptor"));

    private final Ledger ledger;
    private final PaymentMethods methods;
    private final Confirmation confirmation;

    PaymentIntents(Ledger ledger, PaymentMethods methods, Confirmation confirmation) {
        this.ledger = ledger;
        this.methods = methods;
        this.confirmation = confirmation;
    }

    public Object create(ApiRequest request) {
        Form form = request.form().allowOnly(CREATION);
        form.choice("capture_method", Set.of("automatic", "automatic_async"));
        PaymentIntent intent = PaymentIntent.of(Money.in(form), ledger.now());
        intent.describe(Details.in(form));
        methods.in(form).ifPresent(intent::choose);
        ledger.intents().put(intent);
        ledger.announce("payment_intent.created", intent, Cause.of(request));
        if (form.flag("confirm").orElse(false)) {
            confirm(intent, methods.of(intent), request);
        }
        return intent;
    }

    /** Browsers may too, if they know the client secret. */
    public Object retrieve(ApiRequest request) {
        return find(request);
    }

    public Object list(ApiRequest request) {
        request.form().allowOnly(Set.of("limit", "starting_after", "ending_before", "created", "customer"));
        return Listing.of(ledger.intents(), request, intent -> true);
    }

    public Object update(ApiRequest request) {
        Form form = request.form().allowOnly(UPDATE);
        PaymentIntent intent = find(request);
        Details details = intent.details().changedBy(form);
        Optional<PaymentMethod> method = methods.in(form);
        if (form.has("amount") || form.has("currency")) {
            intent.reprice(Money.in(form, intent.money()));
        }
        method.ifPresent(intent::choose);
        intent.describe(details);
        ledger.intents().put(intent);
        return intent;
    }

    /** Browsers may too, if they know the client secret. */
    public Object confirm(ApiRequest request) {
        Form form = request.form().allowOnly(CONFIRMATION);
        PaymentIntent intent = find(request);
        intent.requireOpen("confirm");
        return confirm(intent, methods.in(form).or(() -> methods.of(intent)), request);
    }

    public Object cancel(ApiRequest request) {
        Form form = request.form().allowOnly(Set.of("cancellation_reason"));
        String reason = form.choice("cancellation_reason", CANCELLATION_REASONS).orElse(null);
        PaymentIntent intent = find(request);
        intent.cancel(reason, ledger.now());
        ledger.intents().put(intent);
        ledger.announce("payment_intent.canceled", intent, Cause.of(request));
        return intent;
    }

    private PaymentIntent confirm(PaymentIntent intent, Optional<PaymentMethod> method, ApiRequest request) {
        confirmation.confirm(intent, method.orElseThrow(() -> intent.unexpectedState(
                "You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a "
                        + "payment method and then confirm it again, or confirm it again directly with a payment method.")),
                request.form().text("return_url").orElse(null), Cause.of(request));
        return intent;
    }

    private PaymentIntent find(ApiRequest request) {
        PaymentIntent intent = ledger.intent(request.target(), "intent");
        if (request.caller() == Caller.BROWSER && !request.form().requireText("client_secret").equals(intent.clientSecret())) {
            throw StripeError.badParameter(null, "client_secret",
                    "The client_secret provided does not match the client_secret associated with the PaymentIntent.");
        }
        return intent;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> union = new HashSet<>();
        for (Set<String> set : sets) {
            union.addAll(set);
        }
        return union;
    }
}
