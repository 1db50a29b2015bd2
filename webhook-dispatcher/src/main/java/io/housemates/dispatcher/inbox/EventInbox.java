package io.housemates.dispatcher.inbox;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.housemates.dispatcher.delivery.Lanes;
import io.housemates.dispatcher.inbox.Arrivals.Split;
import io.housemates.platform.event.DeadLetters;
import io.housemates.platform.inbox.Failures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The way in: a batch of Kafka records becomes stored deliveries; its offsets are committed only after that.
 *
 * <p>
 * An event whose key has not come holds up nothing but its own booking: the others are stored first, and if the key does not
 * come in a moment, the event is parked.
 */
@ApplicationScoped
class EventInbox {

    private final EventReader reader;
    private final Opening opening;
    private final EventStoring storing;
    private final ParkedEvents parked;
    private final Patience patience;
    private final DeadLetters deadLetters;
    private final RoomWait room;

    EventInbox(EventReader reader, Opening opening, EventStoring storing, ParkedEvents parked, Patience patience,
            DeadLetters deadLetters, Lanes lanes) {
        this.reader = reader;
        this.opening = opening;
        this.storing = storing;
        this.parked = parked;
        this.patience = patience;
        this.deadLetters = deadLetters;
        this.room = new RoomWait(lanes::hasRoom);
    }

    @Incoming("bookings")
    Uni<Void> bookings(ConsumerRecords<String, byte[]> records) {
        return receive(records);
    }

    @Incoming("checkouts")
    Uni<Void> checkouts(ConsumerRecords<String, byte[]> records) {
        return receive(records);
    }

    private Uni<Void> receive(Iterable<ConsumerRecord<String, byte[]>> records) {
        return room.until().chain(() -> handle(records)).onFailure().recoverWithUni(() -> oneByOne(records));
    }

    /** Something nobody foresaw happens to this batch: the record that is the reason is set aside, the others are stored. */
    private Uni<Void> oneByOne(Iterable<ConsumerRecord<String, byte[]>> records) {
        return Multi.createFrom().iterable(records)
                .onItem().transformToUniAndConcatenate(record -> handle(List.of(record))
                        .onFailure().recoverWithUni(e -> deadLetters.bury(record, Failures.reason(e))))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> handle(Iterable<ConsumerRecord<String, byte[]>> records) {
        Arrivals arrivals = Arrivals.of(records, reader);
        return store(arrivals.events()).chain(() -> storing.bury(arrivals.unreadable()));
    }

    private Uni<Void> store(List<Arrival> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.combine().all().unis(patience.retried(() -> opening.keysOf(events)),
                patience.retried(() -> parked.orderKeysOf(events)))
                .asTuple().chain(known -> {
                    Split split = Split.of(events, known.getItem1(), known.getItem2());
                    return storing.store(split.ready(), known.getItem1())
                            .chain(() -> storeOrPark(split.late(), known.getItem2()));
                });
    }

    /** @param waiting bookings of which an event is parked */
    private Uni<Void> storeOrPark(List<Arrival> late, Set<String> waiting) {
        if (late.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return patience.retried(() -> opening.keysSoonOf(late)).chain(ring -> {
            Split split = Split.of(late, ring, waiting);
            return storing.store(split.ready(), ring)
                    .chain(() -> patience.retried(() -> parked.park(split.late())));
        });
    }
}
