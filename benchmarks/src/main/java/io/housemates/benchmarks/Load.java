package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    private final SampleEvent sample = new SampleEvent();
    private final KafkaProducer<String, byte[]> producer;

    Load(String kafka) {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 5),
                new StringSerializer(), new ByteArraySerializer());
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

    /** Does not wait for the broker. */
    void send(String topic, EventId id, String partner) {
        String booking = UlidCreator.getUlid().toString();
        var record = new ProducerRecord<>(topic, booking, sample.of(partner, booking));
        Map.of("ce_specversion", "1.0", "ce_id", id.text(), "ce_source", "benchmark", "ce_type", "booking.created",
                "ce_time", Instant.now().toString(), "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
