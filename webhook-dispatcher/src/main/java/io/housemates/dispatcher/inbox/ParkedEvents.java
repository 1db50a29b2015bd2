package io.housemates.dispatcher.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

import io.housemates.platform.privacy.KeyEncryptionKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Records whose event waits for its data key, or behind such a one of its booking; sealed, because others may come in clear.
 */
@ApplicationScoped
class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);
    private static final String PLACE = "parked-event";

    /** Served by parked_event_order. */
    private static final String ORDER_KEYS = "SELECT DISTINCT order_key FROM parked_event WHERE order_key = ANY($1)";
    private static final String PARK = """
            INSERT INTO parked_event (source_id, order_key, key_id, topic, partition, record_offset, record_key, header_names,
                                      header_values, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (source_id) DO NOTHING""";
    /**
     * In order, those before which none waits any more: its key has come, or it has waited too long. Served by the primary key
     * and parked_event_order.
     */
    private static final String DUE = """
            SELECT * FROM parked_event p
             WHERE NOT EXISTS (SELECT 1 FROM parked_event w WHERE w.order_key = p.order_key AND w.position <= p.position
                                  AND w.key_id IS NOT NULL AND w.parked_at > now() - $1::bigint * interval '1 millisecond'
                                  AND NOT EXISTS (SELECT 1 FROM data_key k WHERE k.id = w.key_id COLLATE "C"))
             ORDER BY p.position LIMIT 500""";
    private static final String COUNT = "SELECT count(*) FROM parked_event";
    private static final String REMOVE = "DELETE FROM parked_event WHERE position = ANY($1)";

    private final Pool pool;
    private final KeyEncryptionKey keys;
    private final long longestWait;

    ParkedEvents(Pool pool, KeyEncryptionKey keys, InboxSettings settings) {
        this.pool = pool;
        this.keys = keys;
        this.longestWait = settings.longestWaitForKey().toMillis();
    }

    /** @param position in the order of their arrival */
    record Parked(long position, ConsumerRecord<String, byte[]> record) {
    }

    /** Of which of their bookings something is parked. */
    Uni<Set<String>> orderKeysOf(Collection<Arrival> arrivals) {
        return pool.preparedQuery(ORDER_KEYS)
                .execute(Tuple.tuple()
                        .addArrayOfString(arrivals.stream().map(Arrival::orderKey).distinct().toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString("order_key"))
                        .collect(Collectors.toSet()));
    }

    Uni<Void> park(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(connection -> connection.preparedQuery(PARK)
                .executeBatch(arrivals.stream().map(this::row).toList()))
                .invoke(() -> LOG.infof("Events wait for their keys count=%d first=%s", arrivals.size(),
                        arrivals.get(0).event().id()))
                .replaceWithVoid();
    }

    /** What can be handled now, in order. */
    Uni<List<Parked>> due(SqlConnection connection) {
        return connection.preparedQuery(DUE).execute(Tuple.of(longestWait)).map(rows -> {
            List<Parked> due = new ArrayList<>();
            rows.forEach(row -> due.add(new Parked(row.getLong("position"), record(row))));
            return due;
        });
    }

    Uni<Long> count() {
        return pool.preparedQuery(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> remove(SqlConnection connection, List<Parked> handled) {
        return connection.preparedQuery(REMOVE)
                .execute(Tuple.tuple().addArrayOfLong(handled.stream().map(Parked::position).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private Tuple row(Arrival arrival) {
        ConsumerRecord<String, byte[]> record = arrival.record();
        Header[] headers = record.headers().toArray();
        String[] names = new String[headers.length];
        Buffer[] values = new Buffer[headers.length];
        for (int i = 0; i < headers.length; i++) {
            names[i] = headers[i].key();
            values[i] = Buffer.buffer(headers[i].value() == null ? new byte[0] : headers[i].value());
        }
        return Tuple.tuple().addString(arrival.event().sourceId()).addString(arrival.orderKey())
                .addString(arrival.event().sealed() == null ? null : arrival.event().keyId())
                .addString(record.topic()).addInteger(record.partition()).addLong(record.offset()).addString(record.key())
                .addArrayOfString(names).addValue(values).addValue(Buffer.buffer(keys.seal(record.value(), PLACE)));
    }

    private ConsumerRecord<String, byte[]> record(Row row) {
        var record = new ConsumerRecord<>(row.getString("topic"), row.getInteger("partition"), row.getLong("record_offset"),
                row.getString("record_key"), keys.open(row.getBuffer("sealed").getBytes(), PLACE));
        String[] names = row.getArrayOfStrings("header_names");
        Object[] values = (Object[]) row.getValue("header_values");
        for (int i = 0; i < names.length; i++) {
            record.headers().add(names[i], ((Buffer) values[i]).getBytes());
        }
        return record;
    }
}
