package io.housemates.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.inbox.Inbox;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Topic {@code personal-keys} → this service's copy of the data keys; a record without value erases one for good. */
@ApplicationScoped
@IfBuildProperty(name = "housemates.personal-data.replica", stringValue = "true")
class DataKeysInbox {

    private final Inbox inbox;
    private final DataKeys keys;
    private final ObjectMapper json;

    DataKeysInbox(Inbox inbox, DataKeys keys, ObjectMapper json) {
        this.inbox = inbox;
        this.keys = keys;
        this.json = json;
    }

    @Incoming(DataKeysOutbox.TOPIC)
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? inbox.receive(record, CloudEvent::withoutData, event -> keys.destroyedElsewhere(event.key()))
                : inbox.receive(record, this::put);
    }

    private Uni<Void> put(CloudEvent event) {
        return switch (event.type()) {
            case "data_key.wrapped" -> {
                var key = event.dataAs(DataKeyWrapped.class, json);
                yield keys.put(key.keyId(), key.wrapped());
            }
            default -> Uni.createFrom().voidItem();
        };
    }
}
