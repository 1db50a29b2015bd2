package io.housemates.checkout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.housemates.checkout.model.Buyer.State;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

/** The running service and the model of it: everything is done to both, and afterwards they have to agree. */
final class World {

    private static final int MOST_BUYERS = 6;

    final Surroundings surroundings;
    final TestRoom room;
    final Model model;
    final Actual actual;
    final Students students = new Students(this);
    final StripePeople stripe = new StripePeople(this);
    final Operator operator = new Operator(this);
    final Passage time = new Passage(this);
    private final Map<Buyer, Started> checkouts = new LinkedHashMap<>();
    private final Map<Buyer, String> bookings = new HashMap<>();
    private final List<String> story = new ArrayList<>();

    World(Surroundings surroundings, int units) {
        this.surroundings = surroundings;
        room = TestRoom.withUnits(units);
        actual = new Actual(surroundings.pool(), room);
        model = new Model(units);
        surroundings.clock().reset();
        surroundings.clock().stop();
        Stripe.behaves();
        Stripe.tellsNobody();
    }

    boolean hasBuyers() {
        return !model.buyers.isEmpty();
    }

    boolean hasRoomForBuyers() {
        return model.buyers.size() < MOST_BUYERS;
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    Buyer buyer(int who) {
        return model.buyers.get(who % model.buyers.size());
    }

    Buyer enter(Started checkout) {
        var buyer = new Buyer("buyer " + model.buyers.size(), now());
        model.buyers.add(buyer);
        checkouts.put(buyer, checkout);
        return buyer;
    }

    Started checkoutOf(Buyer buyer) {
        return checkouts.get(buyer);
    }

    Map<Buyer, Started> checkouts() {
        return checkouts;
    }

    /** @param whom null where it is about nobody in particular */
    void did(String what, Buyer whom) {
        story.add(whom == null ? what : what + ", " + whom);
    }

    void answers(Response response, Answer expected) {
        assertThat(Answer.of(response)).isEqualTo(expected);
    }

    /** A booking is made once, and its id does not change. */
    void noteBooking(Buyer buyer, Response response) {
        if (response.statusCode() == 201) {
            assertThat(bookings.put(buyer, response.path("data.booking_id"))).as("earlier booking of %s", buyer).isNull();
        } else if (Answer.of(response).equals(Answer.ALREADY_BOOKED) && bookings.containsKey(buyer)) {
            assertThat(response.<String> path("data")).isEqualTo(bookings.get(buyer));
        }
    }

    /**
     * Where not everybody can have a unit the order decides: as many as possible win, and who they are is taken from what
     * happened.
     */
    Predicate<Buyer> winners(List<Buyer> buyers, long mayBeReleased) {
        List<Buyer> wanting = buyers.stream().filter(Buyer::wantsUnit).toList();
        long left = model.left();
        if (wanting.size() <= left) {
            return buyer -> true;
        }
        Map<String, Actual.Session> sessions = actual.sessions();
        var winners = wanting.stream().filter(buyer -> sessions.get(checkoutOf(buyer).sessionId()).hasUnit())
                .collect(Collectors.toSet());
        assertThat((long) winners.size()).as("winners of the last units").isBetween(left,
                Math.min(left + mayBeReleased, wanting.size()));
        return winners::contains;
    }

    void agree() {
        Map<String, Actual.Session> sessions = actual.sessions();
        model.buyers.forEach(buyer -> agree(buyer, sessions.remove(checkoutOf(buyer).sessionId())));
        assertThat(sessions.values()).as("sessions that nobody got").noneMatch(Actual.Session::hasUnit);
        assertThat(actual.counters()).as("held and booked").containsExactly(model.kept(), model.booked());
        assertThat(new HashSet<>(bookings.values())).as("bookings").hasSameSizeAs(bookings.values());
    }

    private void agree(Buyer buyer, Actual.Session session) {
        Started checkout = checkoutOf(buyer);
        assertThat(session.state()).as("state of %s", buyer).isEqualTo(buyer.state.name());
        assertThat(session.unit()).as("unit of %s", buyer).isEqualTo(buyer.unit);
        assertThat(Actual.moneyOf(checkout)).as("intent of %s", buyer).isEqualTo(buyer.money);
        int back = Actual.backOf(checkout);
        if (buyer.stuck && !buyer.isDisputed() && back == buyer.back + buyer.toBePaidBack()) {
            buyer.payBack();
        }
        assertThat(back).as("money back of %s", buyer).isEqualTo(buyer.back);
        if (buyer.state == State.COMPLETED) {
            assertThat(session.bookingId()).as("booking of %s", buyer)
                    .isEqualTo(bookings.computeIfAbsent(buyer, unknown -> session.bookingId()));
        }
    }

    @Override
    public String toString() {
        return model.units + " units: " + String.join("; ", story);
    }
}
