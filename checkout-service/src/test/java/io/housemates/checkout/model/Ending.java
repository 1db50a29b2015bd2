package io.housemates.checkout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.housemates.checkout.model.Buyer.Dispute;
import io.housemates.checkout.model.Buyer.State;
import io.housemates.checkout.support.Stripe;

/** Days pass without anybody doing anything: everything comes to its end, and nothing is forgotten. */
final class Ending {

    private static final int DAYS = 20;

    private final World world;

    Ending(World world) {
        this.world = world;
    }

    void come() {
        for (int who = 0; who < world.model.buyers.size(); who++) {
            world.stripe.decide(who, who % 2 == 0);
        }
        letDaysPass();
        for (int who = 0; who < world.model.buyers.size(); who++) {
            world.stripe.tell(who, 1);
        }
        world.time.carryOn(Trouble.NONE);
        assertThat(world.model.buyers).as("buyers at the end").allMatch(buyer -> buyer.state.isOver() && buyer.owed == 0);
        Map<String, Actual.Session> sessions = world.actual.sessions();
        world.model.buyers.forEach(buyer -> assertThat(sessions.get(world.checkoutOf(buyer).sessionId()).payment())
                .as(buyer.toString()).isEqualTo(paymentOf(buyer)));
        world.checkouts().values().forEach(checkout -> sessions.remove(checkout.sessionId()));
        sessions.values().forEach(Ending::isGivenUp);
    }

    /** How often each session has to be told of to the world, by event type. */
    Map<String, Map<String, Integer>> announcements() {
        Map<String, Map<String, Integer>> announcements = new HashMap<>();
        world.checkouts().forEach((buyer, checkout) -> announcements.put(checkout.sessionId(), Map.of(
                "checkout.completed", buyer.state == State.COMPLETED ? 1 : 0,
                "checkout.attention_needed", buyer.calls,
                "checkout.refunded", Actual.refundsOf(checkout).size())));
        return announcements;
    }

    private void letDaysPass() {
        for (int day = 0; world.actual.sessions().values().stream().anyMatch(Actual.Session::isUnderWay); day++) {
            assertThat(day).as("days until nothing is left to do").isLessThan(DAYS);
            world.time.jump(Duration.ofHours(25));
            world.time.carryOn(Trouble.NONE);
        }
    }

    private static String paymentOf(Buyer buyer) {
        if (!buyer.isPaid()) {
            return "CANCELLED";
        }
        return buyer.back == Buyer.DEPOSIT || buyer.dispute == Dispute.LOST ? "REFUNDED" : "SUCCEEDED";
    }

    /** Start was not answered, so nobody has it. */
    private static void isGivenUp(Actual.Session lost) {
        assertThat(lost.state()).as("session that nobody got").isIn("CANCELLED", "EXPIRED");
        assertThat(Stripe.intentsOf(lost.id())).as("intents that nobody got").hasSizeLessThanOrEqualTo(1)
                .allSatisfy(intent -> assertThat(intent).containsEntry("status", "canceled"));
    }
}
