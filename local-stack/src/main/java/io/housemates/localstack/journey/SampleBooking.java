package io.housemates.localstack.journey;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.localstack.StackDescription;

/**
 * Plays one booking through the whole system, from Start to the verified webhook, as an outsider: HTTP calls and a look at
 * Kafka.
 */
public final class SampleBooking {

    private final StackDescription stack;
    private final Hops hops;
    private final Api checkout;
    private final Api booking;
    private final Api dispatcher;

    public SampleBooking(StackDescription stack, PrintStream out) {
        this.stack = stack;
        this.hops = new Hops(out);
        this.checkout = Api.partner(stack.checkout(), stack.partnerId(), stack.accessToken());
        this.booking = Api.partner(stack.booking(), stack.partnerId(), stack.accessToken());
        this.dispatcher = Api.partner(stack.dispatcher(), stack.partnerId(), stack.accessToken());
    }

    /** @return the booking's id */
    public String play() {
        try (var topics = new TopicWatch(stack.kafka(), List.of("checkouts", "bookings"))) {
            JsonNode session = hops.hop("start 201", log("checkout"), this::start);
            hops.hop("paid", log("stack"), () -> pay(session.path("stripe")));
            String bookingId = hops.hop("complete 201", log("checkout"),
                    () -> complete(session.path("session_token").asText()));
            hops.hop("on checkouts", log("checkout"), () -> topics.await("checkouts", bookingId));
            hops.hop("booked", log("booking"), () -> booked(bookingId));
            hops.hop("on bookings", log("booking"), () -> topics.await("bookings", bookingId));
            JsonNode webhook = hops.hop("delivered", log("dispatcher"), () -> delivered(bookingId));
            hops.hop("signature verified", log("dispatcher"), () -> verified(webhook));
            return bookingId;
        }
    }

    /** Starts a checkout and leaves it to somebody with a browser. @return the address of its pages */
    public String hosted() {
        return start().path("checkout_url").asText();
    }

    private JsonNode start() {
        ObjectNode body = JsonNodeFactory.instance.objectNode()
                .put("booking_period_id", stack.bookingPeriodId())
                .put("operator_id", stack.operatorId());
        return checkout.post("/api/rooms/" + stack.roomId() + "/checkout/start", body).expect(201).data();
    }

    /** As a browser does it: publishable key and client secret, nothing else. */
    private JsonNode pay(JsonNode stripe) {
        String clientSecret = stripe.path("client_secret").asText();
        String intent = clientSecret.split("_secret_")[0];
        Answer confirmed = Api.bearer(stack.stripeApi(), stripe.path("public_key").asText())
                .postForm("/v1/payment_intents/" + intent + "/confirm",
                        Map.of("client_secret", clientSecret, "payment_method", "pm_card_visa"))
                .expect(200);
        if (!confirmed.body().path("status").asText().equals("succeeded")) {
            throw new HopFailed("The payment is " + confirmed.body().path("status"));
        }
        return confirmed.body();
    }

    private String complete(String sessionToken) {
        ObjectNode details = Sample.json("complete-request.json").put("session_token", sessionToken);
        return checkout.post("/api/rooms/" + stack.roomId() + "/checkout", details).expect(201).text("/booking_id");
    }

    private JsonNode booked(String bookingId) {
        return Patience.until("The booking " + bookingId, () -> Optional.of(booking.get("/api/bookings/" + bookingId))
                .filter(answer -> answer.status() != 404)
                .map(answer -> answer.expect(200).data().path("item")));
    }

    /** Delivered is what the dispatcher says; which delivery it is the partner knows, by the id both of them have. */
    private JsonNode delivered(String bookingId) {
        String subscription = subscription();
        return Patience.until("The webhook of booking " + bookingId, () -> received(bookingId)
                .filter(webhook -> isDelivered(subscription, webhook.path("webhook_id").asText())));
    }

    private boolean isDelivered(String subscription, String webhookId) {
        JsonNode deliveries = dispatcher.get("/api/webhooks/" + subscription + "/deliveries").expect(200).data().path("items");
        return stream(deliveries)
                .filter(delivery -> webhookId.equals(delivery.path("event_id").asText()))
                .anyMatch(delivery -> delivery.path("status").asText().equalsIgnoreCase("delivered"));
    }

    private JsonNode verified(JsonNode webhook) {
        if (!webhook.path("verified").asBoolean()) {
            throw new HopFailed("The partner could not verify the signature of webhook " + webhook.path("webhook_id"));
        }
        return webhook;
    }

    private Optional<JsonNode> received(String bookingId) {
        return stream(Api.open(stack.partnerInbox()).get("/received").expect(200).body())
                .filter(webhook -> bookingId.equals(webhook.path("booking_id").asText()))
                .findFirst();
    }

    private String subscription() {
        return stream(dispatcher.get("/api/webhooks?per_page=100").expect(200).data().path("items"))
                .filter(webhook -> webhook.path("url").asText().startsWith(stack.partnerInbox()))
                .map(webhook -> webhook.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new HopFailed("The demo partner has no subscription"));
    }

    private String log(String name) {
        return stack.logs().get(name);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
