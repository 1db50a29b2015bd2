package io.housemates.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.housemates.platform.privacy.KeyEncryptionKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/**
 * Where a record goes that a consumer cannot handle: topic {@code <topic>.dead-letter.<service>}, with the reason.
 *
 * Nobody knows what such a record holds, so its value is sealed with the operator's keyset. Key and headers stay as they came:
 * they are ids in all that the services write, and by them a dead letter is found.
 */
@ApplicationScoped
public class DeadLetters {

    public static final String REASON = "dead-letter-reason";
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";

    /** Present on records whose value is sealed. */
    public static final String SEALED = "dead-letter-sealed";

    /** Present on records without what they held: it was too large to copy. */
    public static final String LEFT_BEHIND = "dead-letter-left-behind";

    /** Of a key or a header that is kept of such a record. */
    private static final int SHORT = 1_000;

    private static final String PLACE = "dead-letter";
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final KafkaSender kafka;
    private final MeterRegistry metrics;
    private final KeyEncryptionKey keys;
    private final String service;

    DeadLetters(KafkaSender kafka, MeterRegistry metrics, KeyEncryptionKey keys,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.metrics = metrics;
        this.keys = keys;
        this.service = service;
    }

    /**
     * Completes once Kafka has the record, so that its offset may be committed; never fails, because a consumer that gives up
     * stops for good.
     */
    public Uni<Void> bury(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf("Record dead-lettered topic=%s partition=%d offset=%d reason=\"%s\"", record.topic(), record.partition(),
                record.offset(), reason);
        metrics.counter("dead_letters", "topic", record.topic()).increment();
        return kafka.send(copy(record, reason))
                .onFailure(RecordTooLargeException.class).recoverWithUni(() -> kafka.send(note(record, reason)))
                .onFailure().retry().withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE).indefinitely();
    }

    /** The value as the record had it before it was buried. */
    public byte[] open(ConsumerRecord<String, byte[]> buried) {
        return buried.value() == null || buried.headers().lastHeader(SEALED) == null ? buried.value()
                : keys.open(buried.value(), PLACE);
    }

    private ProducerRecord<String, byte[]> copy(ConsumerRecord<String, byte[]> record, String reason) {
        var copy = new ProducerRecord<>(record.topic() + ".dead-letter." + service, record.key(),
                record.value() == null ? null : keys.seal(record.value(), PLACE));
        record.headers().forEach(copy.headers()::add);
        return headed(copy, record, reason);
    }

    /** Tells that there is such a record and where: a copy is larger than the record, which may be as large as Kafka takes. */
    private ProducerRecord<String, byte[]> note(ConsumerRecord<String, byte[]> record, String reason) {
        var note = new ProducerRecord<String, byte[]>(record.topic() + ".dead-letter." + service,
                record.key() == null || record.key().length() > SHORT ? null : record.key(), null);
        for (String name : List.of(CloudEvent.ID, CloudEvent.TYPE)) {
            Header header = record.headers().lastHeader(name);
            if (header != null && header.value() != null && header.value().length <= SHORT) {
                note.headers().add(header);
            }
        }
        note.headers().add(LEFT_BEHIND, "true".getBytes(UTF_8));
        return headed(note, record, reason + " Too large to be copied.");
    }

    private static ProducerRecord<String, byte[]> headed(ProducerRecord<String, byte[]> copy,
            ConsumerRecord<String, byte[]> record, String reason) {
        copy.headers()
                .add(REASON, String.valueOf(reason).getBytes(UTF_8))
                .add(SEALED, "true".getBytes(UTF_8))
                .add(TOPIC, record.topic().getBytes(UTF_8))
                .add(PARTITION, Integer.toString(record.partition()).getBytes(UTF_8))
                .add(OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
        return copy;
    }
}
