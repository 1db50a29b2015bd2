package io.housemates.dispatcher.support;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;

/** A subscription that a partner made through the API. */
public record Subscribed(TestPartner partner, String id, String secret) {

    public static Subscribed to(Receiver receiver, TestPartner partner, String... events) {
        return to(receiver.url(), partner, events);
    }

    public static Subscribed to(String url, TestPartner partner, String... events) {
        var answer = partner.request().contentType(ContentType.JSON).body(Map.of("url", url, "events", List.of(events)))
                .post("/api/webhooks").then().statusCode(201).extract();
        return new Subscribed(partner, answer.path("data.id"), answer.path("data.secret"));
    }

    /** Where its newest but n deliveries stands, or null. */
    public String status(int n) {
        return partner.request().get("/api/webhooks/" + id + "/deliveries").path("data.items[" + n + "].status");
    }
}
