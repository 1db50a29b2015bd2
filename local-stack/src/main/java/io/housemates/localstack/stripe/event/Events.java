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

/** Everything that happened, kept for {@code /v1/events} and handed to the webhook sender. */
public final class Events {

    private final Shelf<Event> events;
    private final WebhookSender sender;
    private final Clock clock;

    public Events(Journal journal, WebhookSender sender, Clock clock) {
        this.events = new Shelf<>(journal, Event.KIND, Event.class);
        this.sender = sender;
        this.clock = clock;
        sender.onTaken(this::taken);
    }

    public void emit(String type, StripeObject object, Cause cause) {
        Event event = Event.of(type, object, cause, sender.wants(type), clock.instant().getEpochSecond());
        events.put(event);
        sender.send(event);
    }

    /** From now on events go there; those that an earlier run could not deliver go first. */
    public void deliverTo(WebhookEndpoint endpoint) {
        sender.deliverTo(endpoint);
        events.oldestFirst().filter(Event::pending).toList().forEach(sender::send);
    }

    /** Sends an event once more, as the dashboard's 'Resend' does. */
    public Object resend(String id) {
        Event event = get(id);
        sender.resend(event);
        return event;
    }

    public Object retrieve(ApiRequest request) {
        return get(request.target());
    }

    public Object list(ApiRequest request) {
        Set<String> types = new HashSet<>(request.form().list("types"));
        request.form().text("type").ifPresent(types::add);
        return Listing.of(events, request, event -> types.isEmpty() || types.contains(event.type()));
    }

    /** {@code /v1/webhook_endpoints}: the one endpoint. */
    public Object endpoints(ApiRequest request) {
        List<Object> endpoints = sender.endpoint().map(endpoint -> List.<Object> of(endpoint.described())).orElse(List.of());
        return new Listing<>("list", request.path(), false, endpoints);
    }

    public void clear() {
        events.clear();
        sender.clear();
    }

    private Event get(String id) {
        return events.find(id).orElseThrow(() -> StripeError.noSuch("event", id, "id"));
    }

    private void taken(Event event) {
        events.find(event.id()).filter(Event::pending).ifPresent(pending -> events.put(pending.delivered()));
    }
}
