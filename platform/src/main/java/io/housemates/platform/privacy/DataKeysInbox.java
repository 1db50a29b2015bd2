package io.housemates.platform.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.UnreadableEventException;
import io.housemates.platform.inbox.Inbox;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Topic {@code personal-keys} → this service's copy of the data keys; a record without value erases one for good.
 *
 * <p>
 * Every checkout has a key of its own, so keys are put in by the batch; doing so again changes nothing, and no note of them is
 * needed. Whatever is more than that goes the way of all other records, one by one, after them.
 */
@ApplicationScoped
@IfBuildProperty(name = "housemates.personal-data.replica", stringValue = "true")
class DataKeysInbox {

    private static final String WRAPPED = "data_key.wrapped";

    private final Inbox inbox;
    private final DataKeys keys;
    private final ToldKeys told;
    private final LastWord lastWord;
    private final ObjectMapper json;

    DataKeysInbox(Inbox inbox, DataKeys keys, ToldKeys told, LastWord lastWord, ObjectMapper json) {
        this.inbox = inbox;
        this.keys = keys;
        this.told = told;
        this.lastWord = lastWord;
        this.json = json;
    }

    @Incoming(DataKeysOutbox.TOPIC)
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        Context context = Vertx.currentContext();
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.count());
        List<ConsumerRecord<String, byte[]>> others = new ArrayList<>();
        SortedMap<String, byte[]> wrapped = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            all.add(record);
            Optional<DataKeyWrapped> read = read(record);
            read.ifPresent(key -> ids.add(key.keyId()));
            read.filter(told::opens)
                    .ifPresentOrElse(key -> wrapped.put(key.keyId(), key.wrapped()), () -> others.add(record));
        }
        return lastWord.on(ids).chain(() -> told.put(wrapped)).replaceWith(others).onFailure().recoverWithItem(all)
                .chain(rest -> Multi.createFrom().iterable(rest)
                        .onItem().transformToUniAndConcatenate(record -> Uni.createFrom().deferred(() -> receive(record))
                                .runSubscriptionOn(command -> context.runOnContext(ignored -> command.run())))
                        .collect().asList().replaceWithVoid());
    }

    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? inbox.receive(record, CloudEvent::withoutData, event -> keys.destroyedElsewhere(event.key()))
                : inbox.receive(record, this::put);
    }

    private Optional<DataKeyWrapped> read(ConsumerRecord<String, byte[]> record) {
        try {
            CloudEvent event = CloudEvent.of(record);
            return WRAPPED.equals(event.type())
                    ? Optional.of(event.dataAs(DataKeyWrapped.class, json))
                    : Optional.empty();
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    private Uni<Void> put(CloudEvent event) {
        if (!WRAPPED.equals(event.type())) {
            return Uni.createFrom().voidItem();
        }
        var key = event.dataAs(DataKeyWrapped.class, json);
        return told.put(key).chain(() -> lastWord.on(Set.of(key.keyId())));
    }
}
