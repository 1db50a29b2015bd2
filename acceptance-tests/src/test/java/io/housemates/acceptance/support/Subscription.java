package io.housemates.acceptance.support;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A partner's wish to be told about bookings at a receiver's URL. */
public record Subscription(Partner partner, String id) {

    /** To new bookings. */
    public static Subscription create(Partner partner, Receiver receiver) {
        return create(partner, receiver, "booking.created");
    }

    /** @param types for example {@code booking.*} */
    public static Subscription create(Partner partner, Receiver receiver, String... types) {
        var body = Json.object().put("url", receiver.url()).put("access_token", Confidential.note("receiver-" + Ids.ulid()));
        var events = body.putArray("events");
        List.of(types).forEach(events::add);
        body.putObject("headers").put("X-Tenant", "acceptance");
        JsonNode created = partner.dispatcher().post("/api/webhooks", body).expect(201).data();
        receiver.trust(Confidential.note(created.path("secret").asText()), body.path("access_token").asText());
        return new Subscription(partner, created.path("id").asText());
    }

    public List<JsonNode> deliveries() {
        return Json.items(partner.dispatcher().get("/api/webhooks/" + id + "/deliveries?per_page=100").expect(200)
                .data().path("items")).toList();
    }

    /** Attempts of the only delivery. */
    public JsonNode attempts() {
        var deliveries = deliveries();
        return deliveries.size() == 1 ? deliveries.get(0).path("attempts") : Json.MAPPER.createArrayNode();
    }

    public void awaitAllDelivered(int count) {
        Patience.await(count + " deliveries").until(() -> {
            var deliveries = deliveries();
            return deliveries.size() == count
                    && deliveries.stream().allMatch(delivery -> delivery.path("status").asText().equalsIgnoreCase("delivered"));
        });
    }
}
