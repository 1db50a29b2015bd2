package io.housemates.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.KafkaSender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One round of the relay: read what is there, send it, delete what Kafka acknowledged.
 *
 * Rows are read from the lowest position still present, never from behind the last one seen: positions are drawn before
 * they commit, so a lower one may turn up later. At most one row of an aggregate is under way at a time; a row that fails
 * stays and holds back only its own aggregate.
 */
@ApplicationScoped
class OutboxBatches {

    private static final Logger LOG = Logger.getLogger(OutboxBatches.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Served by the primary key. */
    private static final String READ = """
            SELECT position, event_id, aggregatetype, aggregateid, type, payload, traceparent, created_at
              FROM outbox ORDER BY position LIMIT 500""";
    private static final String DELETE = "DELETE FROM outbox WHERE position = ANY($1)";

    private final KafkaSender kafka;
    private final Clock clock;
    private final String source;
    private final Counter published;
    private final Counter failed;
    private final AtomicLong oldestMillis;

    OutboxBatches(KafkaSender kafka, Clock clock, MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.kafka = kafka;
        this.clock = clock;
        this.source = source;
        published = metrics.counter("outbox_published");
        failed = metrics.counter("outbox_failed");
        oldestMillis = metrics.gauge("outbox_oldest_milliseconds", new AtomicLong());
    }

    /** Returns how many rows left. */
    int moveOne(SqlConnection connection) {
        List<Row> rows = new ArrayList<>();
        connection.query(READ).execute().await().atMost(TIMEOUT).forEach(rows::add);
        oldestMillis.set(rows.isEmpty() ? 0 : ageMillis(rows.get(0)));
        if (rows.isEmpty()) {
            return 0;
        }
        Long[] sent = send(firstOfEachAggregate(rows));
        if (sent.length > 0) {
            connection.preparedQuery(DELETE).execute(Tuple.of(sent)).await().atMost(TIMEOUT);
        }
        published.increment(sent.length);
        return sent.length;
    }

    private long ageMillis(Row row) {
        return Duration.between(row.getOffsetDateTime("created_at").toInstant(), clock.instant()).toMillis();
    }

    private static List<Row> firstOfEachAggregate(List<Row> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(row.getString("aggregatetype") + row.getString("aggregateid"))).toList();
    }

    private Long[] send(List<Row> rows) {
        List<CompletableFuture<Void>> acknowledgements = rows.stream()
                .map(row -> kafka.hand(record(row)).toCompletableFuture()).toList();
        List<Long> sent = new ArrayList<>(rows.size());
        Throwable failure = null;
        for (int i = 0; i < rows.size(); i++) {
            try {
                acknowledgements.get(i).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                sent.add(rows.get(i).getLong("position"));
            } catch (ExecutionException | TimeoutException e) {
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (failure != null) {
            tellWhatStays(rows.size() - sent.size(), failure);
        }
        return sent.toArray(Long[]::new);
    }

    private void tellWhatStays(int count, Throwable failure) {
        failed.increment(count);
        LOG.warnf("Events stay in the outbox count=%d reason=\"%s\"", count, failure.getMessage());
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("created_at");
        String payload = row.getString("payload");
        var record = new ProducerRecord<>(row.getString("aggregatetype"), row.getString("aggregateid"),
                payload == null ? null : payload.getBytes(UTF_8));
        header(record, CloudEvent.SPEC_VERSION, "1.0");
        header(record, CloudEvent.ID, row.getString("event_id"));
        header(record, CloudEvent.SOURCE, source);
        header(record, CloudEvent.TYPE, row.getString("type"));
        header(record, CloudEvent.TIME, at.toInstant().toString());
        header(record, CloudEvent.CONTENT_TYPE, "application/json");
        if (row.getString("traceparent") != null) {
            header(record, CloudEvent.TRACEPARENT, row.getString("traceparent"));
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
