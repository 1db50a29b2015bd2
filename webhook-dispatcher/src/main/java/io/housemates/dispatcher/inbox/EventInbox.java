package io.housemates.dispatcher.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.housemates.dispatcher.delivery.Lanes;
import io.housemates.dispatcher.delivery.Partitions;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.DeadLetters;
import io.housemates.platform.event.UnreadableEventException;
import io.housemates.platform.inbox.Failures;
import io.housemates.platform.privacy.UnknownKeyException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The way in: a batch of Kafka records becomes stored deliveries; its offsets are committed only after that. */
@ApplicationScoped
class EventInbox {

    private static final Logger LOG = Logger.getLogger(EventInbox.class);

    private final EventReader reader;
    private final Opening opening;
    private final EventIntake intake;
    private final RoomWait room;
    private final DeadLetters deadLetters;

    EventInbox(EventReader reader, Opening opening, EventIntake intake, Lanes lanes, DeadLetters deadLetters) {
        this.reader = reader;
        this.opening = opening;
        this.intake = intake;
        this.room = new RoomWait(lanes::hasRoom);
        this.deadLetters = deadLetters;
    }

    @Incoming("bookings")
    Uni<Void> bookings(ConsumerRecords<String, byte[]> records) {
        return receive(records);
    }

    @Incoming("checkouts")
    Uni<Void> checkouts(ConsumerRecords<String, byte[]> records) {
        return receive(records);
    }

    private Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        Map<String, ArrivedEvent> arrived = new LinkedHashMap<>();
        Map<String, ConsumerRecord<String, byte[]>> sources = new LinkedHashMap<>();
        List<Uni<Void>> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                reader.read(CloudEvent.of(record)).ifPresent(event -> {
                    arrived.putIfAbsent(event.sourceId(), event);
                    sources.putIfAbsent(event.sourceId(), record);
                });
            } catch (UnreadableEventException e) {
                unreadable.add(retried(deadLetters.bury(record, e.getMessage())));
            }
        }
        return room.until()
                .chain(() -> retried(Uni.createFrom().deferred(() -> opening.keysOf(arrived.values()))))
                .chain(ring -> {
                    Map<String, ReadEvent> events = new LinkedHashMap<>();
                    arrived.values().forEach(event -> {
                        try {
                            events.put(event.sourceId(), opening.open(event, ring));
                        } catch (UnknownKeyException | IllegalStateException e) {
                            unreadable.add(retried(deadLetters.bury(sources.get(event.sourceId()), e.getMessage())));
                        }
                    });
                    return store(events, sources);
                })
                .chain(() -> forgetErased(arrived.values()))
                .chain(() -> unreadable.isEmpty() ? Uni.createFrom().voidItem()
                        : Uni.join().all(unreadable).andFailFast().replaceWithVoid());
    }

    /** What came in clear of a booking that is erased now has a key that nobody else can destroy. */
    private Uni<Void> forgetErased(Collection<ArrivedEvent> events) {
        return Multi.createFrom().iterable(events).filter(event -> "booking.erased".equals(event.type()))
                .onItem().transformToUniAndConcatenate(event -> retried(Uni.createFrom()
                        .deferred(() -> opening.forget(event))))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> store(Map<String, ReadEvent> events, Map<String, ConsumerRecord<String, byte[]>> sources) {
        return retried(intake.take(events.values()))
                .onFailure().recoverWithUni(refused -> oneByOne(events, sources));
    }

    /** One event of the batch can never be stored: the others are, and that one is set aside with the reason. */
    private Uni<Void> oneByOne(Map<String, ReadEvent> events, Map<String, ConsumerRecord<String, byte[]>> sources) {
        return Multi.createFrom().iterable(events.values())
                .onItem().transformToUniAndConcatenate(read -> retried(intake.take(List.of(read)))
                        .onFailure().recoverWithUni(e -> deadLetters.bury(sources.get(read.sourceId()), Failures.reason(e))))
                .collect().asList().replaceWithVoid();
    }

    private static <T> Uni<T> retried(Uni<T> step) {
        return step.onFailure(EventInbox::mayPass)
                .invoke(e -> LOG.warnf("Events not stored yet reason=\"%s\"", Failures.reason(e)))
                .onFailure(EventInbox::mayPass).retry().withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .indefinitely();
    }

    /** After days of rest the first events may be faster than the partitions for them. */
    private static boolean mayPass(Throwable failure) {
        return Failures.mayPass(failure) || Partitions.isMissing(failure);
    }
}
