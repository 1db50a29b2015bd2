package io.housemates.localstack.stripe.event;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Listing;
import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Journal;
import io.housemates.localstack.stripe.state.Shelf;
import io.housemates.localstack.stripe.state.StripeObject;
import io.vertx.core.Vertx;

/** Everything that happened, kept for {@code /v1/events} and handed to the webhook sender. */
public final class Events {

    private final Shelf<Event> events;
    private final WebhookSender sender;
    private final Clock clock;

    public Events(Journal journal, Vertx vertx, Clock clock) {
        this.events = new Shelf<>(journal, Event.KIND, Event.class);
        this.sender = new WebhookSender(vertx, clock, event -> events.put(event.delivered()));
        this.clock = clock;
    }

    public void emit(String type, StripeObject object, Cause cause) {
        Event event = Event.of(type, object, cause, sender.hasEndpoint(), clock.instant().getEpochSecond());
        events.put(event);
        sender.send(event);
    }

    /** From now on events go there; those that an earlier run could not deliver go first. */
    public void deliverTo(WebhookEndpoint endpoint) {
        sender.deliverTo(endpoint);
        List<Event> waiting = events.oldestFirst().filter(Event::pending).toList();
        waiting.forEach(sender::send);
    }

    public Object retrieve(ApiRequest request) {
        return events.find(request.target()).orElseThrow(() -> StripeError.noSuch("event", request.target(), "id"));
    }

    public Object list(ApiRequest request) {
        Set<String> types = new HashSet<>(request.form().list("types"));
        request.form().text("type").ifPresent(types::add);
        return Listing.of(events, request, event -> types.isEmpty() || types.contains(event.type()));
    }

    public void clear() {
        events.clear();
    }
}
