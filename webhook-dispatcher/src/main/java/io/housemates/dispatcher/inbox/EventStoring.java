package io.housemates.dispatcher.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.housemates.platform.event.DeadLetters;
import io.housemates.platform.inbox.Failures;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.UnknownKeyException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Stores events that can be opened; one that never can is set aside with the reason, and keeps no other from it. */
@ApplicationScoped
class EventStoring {

    private final Opening opening;
    private final EventIntake intake;
    private final Patience patience;
    private final DeadLetters deadLetters;

    EventStoring(Opening opening, EventIntake intake, Patience patience, DeadLetters deadLetters) {
        this.opening = opening;
        this.intake = intake;
        this.patience = patience;
        this.deadLetters = deadLetters;
    }

    Uni<Void> store(List<Arrival> arrivals, KeyRing ring) {
        List<Opened> opened = new ArrayList<>();
        Map<ConsumerRecord<String, byte[]>, String> closed = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            try {
                opened.add(new Opened(arrival.record(), opening.open(arrival.event(), ring)));
            } catch (UnknownKeyException | IllegalStateException e) {
                closed.put(arrival.record(), e.getMessage());
            }
        }
        return take(opened)
                .chain(() -> forgetErased(arrivals))
                .chain(() -> bury(closed));
    }

    Uni<Void> bury(Map<ConsumerRecord<String, byte[]>, String> unreadable) {
        return Multi.createFrom().iterable(unreadable.entrySet())
                .onItem().transformToUniAndConcatenate(one -> deadLetters.bury(one.getKey(), one.getValue()))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> take(List<Opened> opened) {
        return patience.retried(() -> intake.take(opened.stream().map(Opened::event).toList()))
                .onFailure().recoverWithUni(() -> oneByOne(opened));
    }

    /** As patient with each: if it is not the events' fault after all, few of them are set aside before somebody looks. */
    private Uni<Void> oneByOne(List<Opened> opened) {
        return Multi.createFrom().iterable(opened)
                .onItem().transformToUniAndConcatenate(one -> patience.retried(() -> intake.take(List.of(one.event())))
                        .onFailure().recoverWithUni(e -> deadLetters.bury(one.record(), Failures.reason(e))))
                .collect().asList().replaceWithVoid();
    }

    /** What came in clear of a booking that is erased now has a key that nobody else can destroy. */
    private Uni<Void> forgetErased(Collection<Arrival> arrivals) {
        return Multi.createFrom().iterable(arrivals).filter(arrival -> "booking.erased".equals(arrival.event().type()))
                .onItem().transformToUniAndConcatenate(arrival -> patience.retried(() -> opening.forget(arrival.event())))
                .collect().asList().replaceWithVoid();
    }

    private record Opened(ConsumerRecord<String, byte[]> record, ReadEvent event) {
    }
}
