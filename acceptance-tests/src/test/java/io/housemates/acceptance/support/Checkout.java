package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One student's way through the checkout: started, perhaps paid, perhaps completed.
 *
 * @param url of the hosted pages
 */
public record Checkout(Partner partner, Room room, String sessionToken, String publishableKey, String clientSecret,
        String url) {

    public static Checkout start(Partner partner, Room room) {
        JsonNode data = partner.checkout().post("/api/rooms/" + room.id() + "/checkout/start", request(room)).expect(201)
                .data();
        return new Checkout(partner, room, Confidential.note(data.path("session_token").asText()),
                data.at("/stripe/public_key").asText(), Confidential.note(data.at("/stripe/client_secret")),
                data.path("checkout_url").asText());
    }

    /** Starts, whatever the answer is and whether there is one. */
    public static void tryStart(Partner partner, Room room) {
        partner.checkout().post("/api/rooms/" + room.id() + "/checkout/start", request(room));
    }

    public String intentId() {
        return clientSecret.split("_secret_")[0];
    }

    /** As a browser does it: with the publishable key and the client secret, nothing else. */
    public Checkout pay() {
        Reply confirmed = new Api(SharedStack.get().description().stripeApi())
                .with("Authorization", "Bearer " + publishableKey)
                .postForm("/v1/payment_intents/" + intentId() + "/confirm",
                        Map.of("client_secret", clientSecret, "payment_method", "pm_card_visa"))
                .expect(200);
        assertThat(confirmed.json().path("status").asText()).isEqualTo("succeeded");
        return this;
    }

    /** Before payment: keeps a unit. */
    public Reply saveDetails(Student student) {
        return partner.checkout().put(path() + "/details", student.details().put("session_token", sessionToken));
    }

    public Reply complete(Student student) {
        return partner.checkout().post(path(), student.details().put("session_token", sessionToken));
    }

    /** Sends these form fields and the session's token. */
    public Reply completeForm(Map<String, String> fields) {
        fields.put("session_token", sessionToken);
        return partner.checkout().postForm(path(), fields);
    }

    /** Completes. @return the booking's id */
    public String book(Student student) {
        return bookingId(complete(student));
    }

    public static String bookingId(Reply completed) {
        return completed.expect(201).data().path("booking_id").asText();
    }

    private static JsonNode request(Room room) {
        return Json.object().put("booking_period_id", room.periodId()).put("operator_id", room.operatorId());
    }

    /** To which it is completed. */
    public String path() {
        return "/api/rooms/" + room.id() + "/checkout";
    }
}
