package io.housemates.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.housemates.platform.DatabaseFailure;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.DeadLetters;
import io.housemates.platform.event.UnreadableEventException;
import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.privacy.KeyArrivals;
import io.housemates.platform.privacy.UnknownKeyException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The way into a service: a record is handled in one transaction with the note that its event was seen, so redelivery
 * changes nothing. The offset may be committed when the returned Uni completes.
 *
 * While the database is away the record waits, and for a key as long as there are keys to read. Any other fault is retried
 * for a while, unless it is plain that the record can never be handled; then the record is dead-lettered and the partition
 * goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** For a fault of unknown kind; takes some 20 seconds. */
    private static final int TRIES = 12;

    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final KeyArrivals keys;
    private final Clock clock;

    Inbox(Outbox outbox, DeadLetters deadLetters, KeyArrivals keys, Clock clock) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.keys = keys;
        this.clock = clock;
    }

    public Uni<Void> receive(ConsumerRecord<String, byte[]> record, Function<CloudEvent, Uni<Void>> handler) {
        return receive(record, CloudEvent::of, handler);
    }

    /** What is of another type is passed over without a trace. */
    public Uni<Void> receiveOnly(String type, ConsumerRecord<String, byte[]> record, Function<CloudEvent, Uni<Void>> handler) {
        return work(record, () -> {
            CloudEvent event = CloudEvent.of(record);
            return event.type().equals(type) ? handleOnce(event, handler) : Uni.createFrom().voidItem();
        });
    }

    /** @param reader makes the event of the record, or throws {@link UnreadableEventException} */
    public Uni<Void> receive(ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, CloudEvent> reader,
            Function<CloudEvent, Uni<Void>> handler) {
        return work(record, () -> handleOnce(reader.apply(record), handler));
    }

    private Uni<Void> work(ConsumerRecord<String, byte[]> record, Supplier<Uni<Void>> work) {
        return keys.waitFor(Uni.createFrom().deferred(work::get).runSubscriptionOn(currentContext()))
                .onFailure(Failures::mayPass)
                .invoke(e -> LOG.warnf("Record not handled yet topic=%s partition=%d offset=%d reason=\"%s\"",
                        record.topic(), record.partition(), record.offset(), Failures.reason(e)))
                .onFailure(DatabaseFailure::mayPass).retry().withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE).indefinitely()
                .onFailure(Inbox::isOfUnknownKind).retry().withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE).atMost(TRIES)
                .onFailure().recoverWithUni(e -> deadLetters.bury(record, Failures.reason(e)));
    }

    /** Who missed a key has waited for it long enough. */
    private static boolean isOfUnknownKind(Throwable failure) {
        return Failures.mayPass(failure) && !(failure instanceof UnknownKeyException);
    }

    private Uni<Void> handleOnce(CloudEvent event, Function<CloudEvent, Uni<Void>> handler) {
        return outbox.transaction(() -> noteFirstSight(event)
                .chain(first -> first ? handler.apply(event) : Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> noteFirstSight(CloudEvent event) {
        return Panache.getSession().chain(session -> session
                .createNativeQuery("INSERT INTO inbox (event_id, received_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, event.id())
                .setParameter(2, clock.instant())
                .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Retries come back from a timer's thread; a Hibernate session needs its own event loop. */
    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return command -> context.runOnContext(ignored -> command.run());
    }
}
