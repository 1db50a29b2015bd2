package io.housemates.checkout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.checkout.model.Buyer.Dispute;
import io.housemates.checkout.model.Buyer.Money;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.StripeWebhook;

/** What comes from Stripe without being asked for: its news, and what people do in its dashboard. */
final class StripePeople {

    /** The field with the intent's id by type of event. */
    private static final Map<String, String> NEWS = Map.of("payment_intent.succeeded", "id", "payment_intent.canceled", "id",
            "charge.refunded", "payment_intent", "charge.dispute.created", "payment_intent", "charge.dispute.closed",
            "payment_intent");

    private final World world;
    private final Set<String> told = new HashSet<>();
    private final Map<Buyer, String> disputes = new HashMap<>();

    StripePeople(World world) {
        this.world = world;
    }

    /** Stripe's latest news about the buyer arrives. New news make the session due; known news change nothing. */
    void tell(int who, int times) {
        Buyer buyer = world.buyer(who);
        JsonNode event = Stripe.latestEvent(NEWS, world.checkoutOf(buyer).intentId());
        world.did("be told " + times + " times of " + (event == null ? "nothing" : event.path("type").asText()), buyer);
        if (event == null) {
            return;
        }
        for (int i = 0; i < times; i++) {
            StripeWebhook.send(Stripe.event(event.path("id").asText()), world.now()).then().statusCode(200);
        }
        if (told.add(event.path("id").asText())) {
            assertThat(world.actual.due(world.now())).as("due after news").contains(world.checkoutOf(buyer).sessionId());
        }
        world.agree();
    }

    /** @param most minor units; less is given back where less is left */
    void refund(int who, int most) {
        Buyer buyer = world.buyer(who);
        world.did("refund " + most + " at Stripe", buyer);
        int amount = Math.min(most, Buyer.DEPOSIT - buyer.back);
        if (buyer.isPaid() && amount > 0 && !buyer.isDisputed()) {
            Stripe.dashboard(world.checkoutOf(buyer).intentId(), "refund", Map.of("amount", amount));
            buyer.back += amount;
        }
        world.agree();
    }

    void dispute(int who) {
        Buyer buyer = world.buyer(who);
        world.did("dispute at the bank", buyer);
        if (buyer.isPaid() && buyer.back < Buyer.DEPOSIT && buyer.dispute == Dispute.NONE) {
            disputes.put(buyer, Stripe.disputes(world.checkoutOf(buyer).intentId()));
            buyer.dispute = Dispute.OPEN;
        }
        world.agree();
    }

    /** The bank's word. */
    void decide(int who, boolean forUs) {
        Buyer buyer = world.buyer(who);
        world.did("bank decides " + (forUs ? "for us" : "against us"), buyer);
        if (buyer.dispute == Dispute.OPEN) {
            Stripe.decides(disputes.get(buyer), forUs);
            buyer.dispute = forUs ? Dispute.WON : Dispute.LOST;
        }
        world.agree();
    }

    void cancel(int who) {
        Buyer buyer = world.buyer(who);
        world.did("cancel at Stripe", buyer);
        if (buyer.canBePaid()) {
            Stripe.dashboard(world.checkoutOf(buyer).intentId(), "cancel", Map.of());
            buyer.money = Money.CANCELLED;
        }
        world.agree();
    }
}
