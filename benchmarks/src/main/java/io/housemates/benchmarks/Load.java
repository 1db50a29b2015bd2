package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.github.f4b6a3.ulid.UlidCreator;

/** Announces bookings on Kafka in booking-service's place: each with a booking and an id of its own. */
final class Load implements AutoCloseable {

    static final int AS_FAST_AS_IT_GOES = Integer.MAX_VALUE;

    private static final int KEYS = 1_000;

    private final SampleEvent sample = new SampleEvent();
    private final KafkaProducer<String, byte[]> producer;
    private final List<SampleKeys.Key> keys;

    private Load(String kafka, List<SampleKeys.Key> keys) {
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 5),
                new StringSerializer(), new ByteArraySerializer());
        this.keys = keys;
    }

    /** Comes back when the dispatcher knows all keys that the events need. */
    static Load on(Subject subject) {
        var load = new Load(subject.stack().kafka().bootstrapServers(),
                new SampleKeys(subject.personalDataKeyset()).make(KEYS, SampleEvent.personal()));
        load.keys.forEach(key -> load.send("personal-keys", key.id(), key.id(), "data_key.wrapped", key.announcement()));
        Waiting.until("keys", Duration.ofMinutes(1), () -> subject.count("SELECT count(*) FROM data_key") >= KEYS);
        return load;
    }

    /** Sends events 0 to count, to each partner in turn, at an even pace. */
    void send(String topic, String run, int count, List<String> partners, int perSecond) {
        long started = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long ahead = perSecond == AS_FAST_AS_IT_GOES ? 0 : started + n * 1_000_000_000L / perSecond - System.nanoTime();
            if (ahead > 0) {
                LockSupport.parkNanos(ahead);
            }
            send(topic, EventId.now(run, n), partners.get(n % partners.size()));
        }
        producer.flush();
    }

    private void send(String topic, EventId id, String partner) {
        String booking = UlidCreator.getUlid().toString();
        send(topic, booking, id.text(), "booking.created",
                sample.of(partner, booking, keys.get(id.number() % keys.size())));
    }

    /** Does not wait for the broker. */
    private void send(String topic, String key, String id, String type, byte[] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "benchmark", "ce_type", type,
                "ce_time", Instant.now().toString(), "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
