package io.housemates.checkout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.housemates.checkout.model.Buyer.Money;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.restassured.response.Response;

/** What students do: through their partner, in their browser, and at their bank. */
final class Students {

    private final World world;

    Students(World world) {
        this.world = world;
    }

    void start(Trouble trouble) {
        world.did("start " + trouble, null);
        Answer expected = world.model.start();
        Response response = trouble.during(() -> partner().start(world.room));
        if (expected == Answer.STARTED && trouble != Trouble.NONE) {
            world.answers(response, Answer.STRIPE_AWAY);
        } else {
            world.answers(response, expected);
            if (expected == Answer.STARTED) {
                world.enter(Started.of(world.room, response));
            }
        }
        world.agree();
    }

    void saveDetails(int who) {
        Buyer buyer = world.buyer(who);
        world.did("save details", buyer);
        Answer expected = world.model.saveDetails(buyer, world.now());
        world.answers(partner().saveDetails(world.checkoutOf(buyer)), expected);
        world.agree();
    }

    void pay(int who, Card card) {
        Buyer buyer = world.buyer(who);
        world.did("pay with " + card, buyer);
        boolean possible = buyer.canBePaid();
        Student.pays(world.checkoutOf(buyer), card.token).then().statusCode(possible ? card.status : 400);
        buyer.money = possible ? card.then : buyer.money;
        world.agree();
    }

    void authenticate(int who, boolean passes) {
        Buyer buyer = world.buyer(who);
        world.did((passes ? "pass" : "fail") + " authentication", buyer);
        if (buyer.money == Money.AUTHENTICATING) {
            Stripe.authenticates(world.checkoutOf(buyer).intentId(), passes);
            buyer.money = passes ? Money.PAID : Money.TO_BE_PAID;
        }
        world.agree();
    }

    /** @param otherDetails than were saved before, if any were */
    void complete(int who, Trouble trouble, boolean otherDetails) {
        Buyer buyer = world.buyer(who);
        world.did("complete " + trouble + (otherDetails ? " with other details" : ""), buyer);
        var sample = otherDetails ? Sample.named("Anna") : Sample.request();
        Response response = trouble.during(() -> partner().complete(world.checkoutOf(buyer), sample));
        if (trouble == Trouble.NONE || response.statusCode() != Answer.STRIPE_AWAY.status()) {
            long left = world.model.left();
            world.answers(response, world.model.complete(buyer, world.now(), any -> left > 0));
            world.noteBooking(buyer, response);
        }
        world.agree();
    }

    /** With a token, a partner or a room that do not belong together: nothing is found and nothing changes. */
    void intrude(int who, Intruder intruder) {
        Buyer buyer = world.buyer(who);
        world.did("intrude with " + intruder, buyer);
        world.answers(intruder.completes(world.surroundings, world.checkoutOf(buyer)), Answer.UNKNOWN);
        world.agree();
    }

    /** All who paid complete at once, each twice. */
    void rush() {
        List<Buyer> rushing = world.model.buyers.stream()
                .filter(buyer -> buyer.isPaid() && buyer.back == 0 && !buyer.isDisputed() && !buyer.state.isOver()).toList();
        world.did("rush of " + rushing.size(), null);
        if (rushing.isEmpty()) {
            return;
        }
        List<Response> responses = Crowd.allAtOnce(rushing.stream().flatMap(buyer -> Stream.of(buyer, buyer))
                .<Callable<Response>> map(buyer -> () -> partner().complete(world.checkoutOf(buyer))).toList());
        var winners = world.winners(rushing, 0);
        for (int i = 0; i < rushing.size(); i++) {
            Buyer buyer = rushing.get(i);
            Answer first = world.model.complete(buyer, world.now(), winners);
            Answer second = first == Answer.BOOKED ? Answer.ALREADY_BOOKED : first;
            List<Response> pair = responses.subList(2 * i, 2 * i + 2);
            assertThat(pair.stream().map(Answer::of).toList()).containsExactlyInAnyOrder(first, second);
            pair.forEach(response -> world.noteBooking(buyer, response));
        }
        world.agree();
    }

    /** Others take what is left. */
    void buyOut() {
        world.did("others buy what is left", null);
        for (long left = world.model.left(); left > 0; left--) {
            Started other = partner().started(world.room);
            Buyer buyer = world.enter(other);
            Student.pays(other);
            buyer.money = Money.PAID;
            Response response = partner().complete(other);
            world.answers(response, world.model.complete(buyer, world.now(), any -> true));
            world.noteBooking(buyer, response);
        }
        world.agree();
    }

    /** Comes back from the bank to the hosted page, which asks Stripe. */
    void comeBack(int who, Trouble trouble) {
        Buyer buyer = world.buyer(who);
        world.did("come back " + trouble, buyer);
        boolean seen = trouble.during(() -> world.surroundings.doors().settle(world.checkoutOf(buyer).sessionId()));
        assertThat(seen || trouble != Trouble.NONE).as("return page of %s", buyer).isTrue();
        if (seen) {
            long left = world.model.left();
            world.model.comeBack(buyer, any -> left > 0);
        }
        world.agree();
    }

    /** Presses the hosted page's button for more time. */
    void keepLonger(int who) {
        Buyer buyer = world.buyer(who);
        world.did("ask for more time", buyer);
        Answer expected = world.model.keepLonger(buyer, world.now());
        assertThat(world.surroundings.doors().keepLonger(world.checkoutOf(buyer).sessionId())).as("more time for %s", buyer)
                .isEqualTo(expected == Answer.OK);
        world.agree();
    }

    private TestPartner partner() {
        return world.surroundings.partner();
    }
}
