package io.housemates.checkout.model;

import io.housemates.checkout.support.Admin;
import io.restassured.response.Response;

/** What the people do who run the system, and the booking service for them. */
final class Operator {

    private final World world;

    Operator(World world) {
        this.world = world;
    }

    void retry(int who) {
        Buyer buyer = world.buyer(who);
        world.did("have it looked at", buyer);
        world.answers(post(buyer, "retry"), Answer.OK);
        world.agree();
    }

    void refund(int who) {
        Buyer buyer = world.buyer(who);
        world.did("have it refunded", buyer);
        world.answers(post(buyer, "refund"), world.model.refund(buyer));
        world.agree();
    }

    /** The booking is cancelled, if there is one; a second time changes nothing. */
    void cancelBooking(int who, int percent) {
        Buyer buyer = world.buyer(who);
        world.did("cancel the booking for " + percent + " percent", buyer);
        world.surroundings.doors().cancelBooking(world.checkoutOf(buyer).sessionId(), percent);
        world.model.cancel(buyer, percent);
        world.agree();
    }

    private Response post(Buyer buyer, String action) {
        return Admin.request().post("/admin/attention/" + world.checkoutOf(buyer).sessionId() + "/" + action);
    }
}
