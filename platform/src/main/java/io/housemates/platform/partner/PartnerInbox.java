package io.housemates.platform.partner;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.inbox.Inbox;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** Topic {@code partners} → this service's copy of the credentials. */
@ApplicationScoped
@IfBuildProperty(name = "housemates.partners.replica", stringValue = "true")
class PartnerInbox {

    private final Inbox inbox;
    private final PartnerReplica replica;
    private final ObjectMapper json;

    PartnerInbox(Inbox inbox, PartnerReplica replica, ObjectMapper json) {
        this.inbox = inbox;
        this.replica = replica;
        this.json = json;
    }

    @Incoming("partners")
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(record, this::handle);
    }

    private Uni<Void> handle(CloudEvent event) {
        return switch (event.type()) {
            case "partner.changed" -> replica.put(event.dataAs(PartnerChanged.class, json));
            default -> Uni.createFrom().voidItem();
        };
    }
}
