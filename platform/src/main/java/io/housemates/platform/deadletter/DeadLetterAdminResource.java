package io.housemates.platform.deadletter;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.event.KafkaSender;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Lists, shows and replays the records that this service's consumers could not handle. */
@Blocking
@Path("/admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Records of Kafka that could not be handled.")
@Cancellable(false)
class DeadLetterAdminResource {

    private static final Logger LOG = Logger.getLogger(DeadLetterAdminResource.class);

    private final BuriedRecords records;
    private final KafkaSender kafka;

    DeadLetterAdminResource(BuriedRecords records, KafkaSender kafka) {
        this.records = records;
        this.kafka = kafka;
    }

    record Items(List<BuriedRecord.View> items) {
    }

    @GET
    @Operation(summary = "Dead letters, newest first", description = "At most 100 of each partition, without their data.")
    public Envelope<Items> list() {
        return Envelope.ok(new Items(records.newest().stream().map(BuriedRecord::summary).toList()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One dead letter with its data", description = "The data may be personal.")
    public Envelope<Item<BuriedRecord.View>> read(@PathParam("id") String id) {
        return Item.of(find(id).whole());
    }

    /** What was handled meanwhile is not handled again: every consumer knows the events it has seen. */
    @POST
    @Path("{id}/replay")
    @Operation(summary = "Sends the record again to the topic it came on", description = "It stays in this list until it is four weeks old.")
    public Uni<Envelope<Item<BuriedRecord.View>>> replay(@PathParam("id") String id) {
        BuriedRecord record = find(id);
        return kafka.send(record.original())
                .invoke(() -> LOG.infof("Dead letter replayed id=%s", id))
                .replaceWith(() -> Item.of(record.summary()));
    }

    private BuriedRecord find(String id) {
        return Place.parse(id).flatMap(records::find).orElseThrow(CommonError.NOT_FOUND::exception);
    }
}
