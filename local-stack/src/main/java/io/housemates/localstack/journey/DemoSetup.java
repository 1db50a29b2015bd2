package io.housemates.localstack.journey;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.localstack.StackState;

/**
 * Makes a started stack usable: a demo partner with a token, the sample catalogue, a subscription. Repeating it changes
 * nothing.
 */
public final class DemoSetup {

    private final String dispatcherUrl;
    private final Api admin;

    public DemoSetup(String checkoutUrl, String dispatcherUrl, String adminToken) {
        this.dispatcherUrl = dispatcherUrl;
        this.admin = Api.bearer(checkoutUrl, adminToken);
    }

    /** The state with the partner and its token: those of an earlier run when its database is still there. */
    public StackState partner(StackState state) {
        if (state.partnerId() != null && exists(state)) {
            return state;
        }
        String id = admin.post("/admin/partners", object().put("name", "Demo Partner").putNull("checkout_host"))
                .expect(201).text("/id");
        String token = admin.post("/admin/partners/" + id + "/tokens", object().put("name", "local"))
                .expect(201).text("/access_token");
        return state.withPartner(id, token);
    }

    /** @return the room and period that the sample booking takes */
    public SampleRoom catalogue() {
        ObjectNode catalogue = Sample.json("catalogue.json");
        JsonNode report = admin.put("/admin/catalogue", catalogue).expect(200).data();
        if (!report.path("refused").isEmpty()) {
            throw new HopFailed("The sample catalogue was refused in part: " + report.path("refused"));
        }
        return SampleRoom.firstOf(catalogue);
    }

    /** The state with a subscription of this URL: an earlier run's when it is still there. */
    public StackState subscription(StackState state, String webhookUrl) {
        Api dispatcher = Api.partner(dispatcherUrl, state.partnerId(), state.accessToken());
        if (state.subscriptionId() != null && isAt(webhookUrl, dispatcher, state.subscriptionId())) {
            return state;
        }
        ObjectNode subscription = object().put("url", webhookUrl).put("description", "Demo partner");
        subscription.putArray("events").add("booking.created");
        Answer created = known(() -> dispatcher.post("/api/webhooks", subscription)).expect(201);
        return state.withSubscription(created.text("/id"), created.text("/secret"));
    }

    private boolean exists(StackState state) {
        JsonNode partners = admin.get("/admin/partners").expect(200).data().path("items");
        return StreamSupport.stream(partners.spliterator(), false)
                .anyMatch(partner -> state.partnerId().equals(partner.path("id").asText()));
    }

    private boolean isAt(String url, Api dispatcher, String subscriptionId) {
        Answer found = known(() -> dispatcher.get("/api/webhooks/" + subscriptionId));
        return found.status() == 200 && found.body().findValuesAsText("url").contains(url);
    }

    /** A new token is known to the other services within a second; until then they answer 401. */
    private static Answer known(Supplier<Answer> call) {
        return Patience.until("The partner's token reaching the dispatcher",
                () -> Optional.of(call.get()).filter(answer -> answer.status() != 401));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
