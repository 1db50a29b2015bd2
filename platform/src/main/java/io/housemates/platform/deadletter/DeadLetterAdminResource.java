package io.housemates.platform.deadletter;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

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
    private final Replay replay;
    private final KafkaSender kafka;

    DeadLetterAdminResource(BuriedRecords records, Replay replay, KafkaSender kafka) {
        this.records = records;
        this.replay = replay;
        this.kafka = kafka;
    }

    /** @param nextCursor null when there is no more */
    @JsonNaming(SnakeCaseStrategy.class)
    record Items(List<BuriedRecord.View> items, @Schema(nullable = true) String nextCursor) {
    }

    /** @param nextCursor null when there is no more */
    @JsonNaming(SnakeCaseStrategy.class)
    record Replayed(int replayed, int skipped, @Schema(nullable = true) String nextCursor) {
    }

    @GET
    @Operation(summary = "Dead letters, newest first", description = "At most 100 of each partition, without their data; older ones by cursor.")
    public Envelope<Items> list(
            @Parameter(description = "The next_cursor of the answer before: what is older.") @RestQuery String cursor) {
        BuriedRecords.Part part = records.newest(places(cursor));
        return Envelope.ok(new Items(part.records().stream().map(BuriedRecord::summary).toList(), Cursor.text(part.next())));
    }

    /** What was handled meanwhile is not handled again: every consumer knows the events it has seen. */
    @POST
    @Path("replay")
    @Operation(summary = "Sends all records again, or those of one topic or reason", description = "Oldest first, as many as fit into 20 s: repeat with the cursor until next_cursor is null. "
            + "skipped counts what cannot be sent: too large to have been copied, or sealed with a key that is gone.")
    public Envelope<Replayed> replayAll(
            @Parameter(description = "Only those that came on it.") @RestQuery String topic,
            @Parameter(description = "Only those that lie here for it, word by word as in the list.") @RestQuery String reason,
            @Parameter(description = "The next_cursor of the answer before.") @RestQuery String cursor) {
        Replay.Done done = replay.some(topic, reason, places(cursor));
        return Envelope.ok(new Replayed(done.replayed(), done.skipped(), Cursor.text(done.next())));
    }

    private static Map<TopicPartition, Long> places(String cursor) {
        return cursor == null ? Map.of() : Cursor.parse(cursor);
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
        if (!record.isWhole()) {
            throw CommonError.CONFLICT.exception();
        }
        return kafka.send(record.original())
                .invoke(() -> LOG.infof("Dead letter replayed id=%s", id))
                .replaceWith(() -> Item.of(record.summary()));
    }

    private BuriedRecord find(String id) {
        return Place.parse(id).flatMap(records::find).orElseThrow(CommonError.NOT_FOUND::exception);
    }
}
