package io.housemates.checkout.payment;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.WebhookEndpointListParams;

import io.housemates.platform.Money;

/** The one class that calls stripe-java; blocking, so only {@link Stripe} may use it. */
@ApplicationScoped
class StripeGateway {

    private static final String CHARGE = "latest_charge";
    private static final int BAD_REQUEST = 400;

    private final StripeClient stripe;

    StripeGateway(StripeConfig config) {
        stripe = StripeClient.builder()
                .setApiKey(config.secretKey())
                .setApiBase(config.apiBase())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setReadTimeout((int) config.readTimeout().toMillis())
                .setMaxNetworkRetries(0)
                .build();
    }

    /** Rooms may be older than the catalogue's check of their currency. */
    Intent create(NewIntent intent, String idempotencyKey) throws StripeException {
        if (!Chargeable.isChargeable(Currency.getInstance(intent.amount().currency()))) {
            throw new ProviderRefusedException("currency_not_supported", BAD_REQUEST);
        }
        var params = PaymentIntentCreateParams.builder()
                .setAmount(intent.amount().amount())
                .setCurrency(intent.amount().currency().toLowerCase(Locale.ROOT))
                .addPaymentMethodType("card")
                .putAllMetadata(intent.metadata())
                .build();
        return intent(stripe.v1().paymentIntents().create(params, key(idempotencyKey)));
    }

    Intent retrieve(String intentId) throws StripeException {
        var params = PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        return intent(stripe.v1().paymentIntents().retrieve(intentId, params));
    }

    List<Intent> findBySession(String sessionId) throws StripeException {
        var params = PaymentIntentSearchParams.builder().setQuery("metadata['session_id']:'" + sessionId + "'").build();
        return stripe.v1().paymentIntents().search(params).getData().stream().map(StripeGateway::intent).toList();
    }

    Intent cancel(String intentId) throws StripeException {
        return intent(stripe.v1().paymentIntents().cancel(intentId));
    }

    StripeRefund refund(NewRefund order) throws StripeException {
        var params = RefundCreateParams.builder().setPaymentIntent(order.intentId()).setAmount(order.amount())
                .putAllMetadata(order.metadata()).build();
        return StripeRefund.of(stripe.v1().refunds().create(params, key(order.idempotencyKey())));
    }

    /** The newest hundred, which are all of them. */
    List<StripeRefund> refundsOf(String intentId) throws StripeException {
        var params = RefundListParams.builder().setPaymentIntent(intentId).setLimit(100L).build();
        return stripe.v1().refunds().list(params).getData().stream().map(StripeRefund::of).toList();
    }

    List<StripeDispute> disputesOf(String intentId) throws StripeException {
        var params = DisputeListParams.builder().setPaymentIntent(intentId).setLimit(100L).build();
        return stripe.v1().disputes().list(params).getData().stream().map(StripeDispute::of).toList();
    }

    /** The types of event that each endpoint of the account is told of, by its address; without disabled ones. */
    Map<String, List<String>> webhookEndpoints() throws StripeException {
        var params = WebhookEndpointListParams.builder().setLimit(100L).build();
        return stripe.v1().webhookEndpoints().list(params).getData().stream()
                .filter(endpoint -> "enabled".equals(endpoint.getStatus()))
                .collect(Collectors.toMap(WebhookEndpoint::getUrl, WebhookEndpoint::getEnabledEvents,
                        (some, others) -> Stream.concat(some.stream(), others.stream()).toList()));
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private static Intent intent(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        Map<String, String> metadata = intent.getMetadata() == null ? Map.of() : intent.getMetadata();
        return new Intent(intent.getId(), state(intent.getStatus()),
                new Money(intent.getAmount(), intent.getCurrency().toUpperCase(Locale.ROOT)), metadata.get("session_id"),
                Boolean.TRUE.equals(intent.getLivemode()), intent.getClientSecret(),
                charge == null || charge.getAmountRefunded() == null ? 0 : charge.getAmountRefunded(),
                charge != null && Boolean.TRUE.equals(charge.getDisputed()));
    }

    /** Source: Stripe, "How PaymentIntents work"; whatever is not definitive still waits for the student. */
    private static PaymentState state(String status) {
        return switch (status) {
            case "succeeded" -> PaymentState.SUCCEEDED;
            case "canceled" -> PaymentState.CANCELLED;
            case "processing" -> PaymentState.PROCESSING;
            default -> PaymentState.AWAITING_METHOD;
        };
    }
}
