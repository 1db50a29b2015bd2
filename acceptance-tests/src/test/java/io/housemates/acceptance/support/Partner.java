package io.housemates.acceptance.support;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.Service;

/** A partner with one access token. */
public record Partner(String id, String tokenId, String token) {

    /** A new one, known to all three services. */
    public static Partner create() {
        var partner = createUnannounced();
        Services.ALL.forEach(partner::awaitKnownAt);
        return partner;
    }

    /** A new one, known to its owner only so far. */
    public static Partner createUnannounced() {
        JsonNode created = Services.admin()
                .post("/admin/partners", Json.object().put("name", "Acceptance " + Ids.ulid()).putNull("checkout_host"))
                .expect(201).data();
        return withNewToken(created.path("id").asText());
    }

    /** The same partner with one more token. */
    public Partner withNewToken() {
        return withNewToken(id);
    }

    public void revokeToken() {
        Services.admin().delete("/admin/partners/" + id + "/tokens/" + tokenId).expect(200);
    }

    public Api at(String url) {
        return new Api(url).with("Authorization", "Bearer " + token).with("X-API-PARTNER-ID", id);
    }

    public Api checkout() {
        return Services.as(this, Service.CHECKOUT);
    }

    public Api booking() {
        return Services.as(this, Service.BOOKING);
    }

    public Api dispatcher() {
        return Services.as(this, Service.DISPATCHER);
    }

    public boolean isKnownAt(Service service) {
        return Services.probe(this, service).status() != 401;
    }

    public void awaitKnownAt(Service service) {
        Patience.await("token known at " + service).until(() -> isKnownAt(service));
    }

    /** Start, payment and Complete. @return the booking's id */
    public String books(Room room, Student student) {
        return Checkout.start(this, room).pay().book(student);
    }

    public JsonNode readBooking(String bookingId) {
        return booking().get("/api/bookings/" + bookingId).expect(200).data().path("item");
    }

    /** Ids of all of the partner's bookings, as many as a page holds. */
    public List<String> bookings() {
        JsonNode items = booking().get("/api/bookings?per_page=100").expect(200).data().path("items");
        return Json.items(items).map(item -> item.path("id").asText()).toList();
    }

    public void awaitBooking(String bookingId) {
        Patience.await("booking " + bookingId)
                .until(() -> booking().get("/api/bookings/" + bookingId).status() == 200);
    }

    /** Subscribes the receiver to new bookings. */
    public Subscription subscribe(Receiver receiver) {
        return Subscription.create(this, receiver);
    }

    /** Gives a booking up, as its partner. */
    public Reply cancel(String bookingId, String reason) {
        return booking().post("/api/bookings/" + bookingId + "/cancel", Json.object().put("reason", reason));
    }

    @Override
    public String toString() {
        return "Partner " + id;
    }

    private static Partner withNewToken(String id) {
        JsonNode token = Services.admin().post("/admin/partners/" + id + "/tokens", Json.object().put("name", "acceptance"))
                .expect(201).data();
        return new Partner(id, token.path("id").asText(), Confidential.note(token.path("access_token").asText()));
    }
}
