package io.housemates.localstack.stripe.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last attempts to deliver an event, oldest first. */
public final class DeliveryLog {

    private static final int KEPT = 10_000;

    private final Deque<Delivery> deliveries = new ArrayDeque<>();

    public List<?> all() {
        return List.copyOf(deliveries);
    }

    void add(Delivery delivery) {
        deliveries.addLast(delivery);
        if (deliveries.size() > KEPT) {
            deliveries.removeFirst();
        }
    }

    public void clear() {
        deliveries.clear();
    }
}
