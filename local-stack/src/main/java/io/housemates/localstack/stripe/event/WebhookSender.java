package io.housemates.localstack.stripe.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.housemates.localstack.stripe.fault.Fault;
import io.housemates.localstack.stripe.fault.Faults;
import io.housemates.localstack.stripe.state.Later;

/** Gets events to the product, in no promised order, again until they are taken, and into the faults that wait for them. */
public final class WebhookSender {

    private final Set<String> underWay = new HashSet<>();
    private final List<Event> heldBack = new ArrayList<>();
    private final WebhookPost post;
    private final Faults faults;
    private final Later later;
    private WebhookEndpoint endpoint;
    private Consumer<Event> taken;

    public WebhookSender(WebhookPost post, Faults faults, Later later) {
        this.post = post;
        this.faults = faults;
        this.later = later;
    }

    void onTaken(Consumer<Event> taken) {
        this.taken = taken;
    }

    void deliverTo(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    Optional<WebhookEndpoint> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /** Whether anybody is told of such events. */
    boolean wants(String type) {
        return endpoint != null && endpoint.wants(type);
    }

    /** Starts the delivery unless it is under way. */
    void send(Event event) {
        if (wants(event.type()) && underWay.add(event.id())) {
            faults.forEvent(event.type(), event.subject()).ifPresentOrElse(fault -> suffer(fault, event),
                    () -> attempt(event, 1));
        }
    }

    /** Sends it once more, whatever became of it before. */
    void resend(Event event) {
        if (endpoint != null) {
            underWay.add(event.id());
            attempt(event, 1);
        }
    }

    /** Gives up what is under way. */
    void clear() {
        underWay.clear();
        heldBack.clear();
    }

    private void suffer(Fault fault, Event event) {
        switch (fault.kind()) {
            case WEBHOOK_DROPPED -> taken(event);
            case WEBHOOK_DELAYED -> later.after(fault.delay(), () -> attempt(event, 1));
            case WEBHOOK_REORDERED -> {
                heldBack.add(event);
                later.after(fault.delay(), () -> release(event));
            }
            case WEBHOOK_FORGED -> post.send(event, endpoint.withSecret("whsec_of_somebody_else"), 1)
                    .onComplete(refused -> attempt(event, 2));
            case WEBHOOK_STALE -> post.send(event, endpoint, 1, post.longAgo()).onComplete(refused -> attempt(event, 2));
            default -> {
                attempt(event, 1);
                attempt(event, 1);
            }
        }
    }

    private void attempt(Event event, int number) {
        post.send(event, endpoint, number).onSuccess(accepted -> {
            if (accepted) {
                taken(event);
                List.copyOf(heldBack).forEach(this::release);
            } else {
                RetrySchedule.delayAfter(number).ifPresentOrElse(
                        delay -> later.after(delay, () -> retry(event, number + 1)), () -> underWay.remove(event.id()));
            }
        });
    }

    private void retry(Event event, int number) {
        if (underWay.contains(event.id())) {
            attempt(event, number);
        }
    }

    private void taken(Event event) {
        underWay.remove(event.id());
        taken.accept(event);
    }

    private void release(Event event) {
        if (heldBack.remove(event)) {
            attempt(event, 1);
        }
    }
}
