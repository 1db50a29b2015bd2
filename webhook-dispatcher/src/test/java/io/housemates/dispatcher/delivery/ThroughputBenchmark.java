package io.housemates.dispatcher.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.egress.Destination;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.dispatcher.signing.SigningKey;
import io.housemates.dispatcher.signing.WebhookSignature;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Deliveries per second to one fast sink, in one run: a bare signing HTTP client, a bare durable pipeline, and the dispatcher.
 * Not part of the tests:
 * {@code ./mvnw -pl webhook-dispatcher -am test -Dtest=ThroughputBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@DispatcherTest
class ThroughputBenchmark {

    private static final int EVENTS = Integer.getInteger("throughput.events", 10_000);
    private static final int AT_ONCE = 128;
    private static final SigningKey KEY = SigningKey.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Inject
    WireClient wire;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final Vertx sinks = Vertx.vertx();
    private final AtomicReference<Sink> current = new AtomicReference<>(new Sink(0));
    private int port;

    @Test
    void measure() throws Exception {
        port = sinks.createHttpServer().requestHandler(request -> {
            request.response().end();
            current.get().received();
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
        TestPartner partner = TestPartner.introduced();
        database.run("CREATE TABLE IF NOT EXISTS bench (id text, status int, at timestamptz DEFAULT now())");
        Subscribed.to("http://127.0.0.1:" + port + "/", partner, "booking.created");
        for (int round = 0; round < 3; round++) {
            System.out.printf("throughput: round %d client %.0f/s, durable pipeline %.0f/s, dispatcher %.0f/s%n", round,
                    client(), pipeline(), dispatcher(partner));
        }
        sinks.close();
    }

    private double client() throws Exception {
        Sink sink = expect();
        byte[] body = Examples.bytes(Examples.of("booking.created"));
        AtomicInteger left = new AtomicInteger(EVENTS);
        sinks.runOnContext(ignored -> {
            for (int i = 0; i < AT_ONCE; i++) {
                next(left, body);
            }
        });
        return sink.rate();
    }

    private void next(AtomicInteger left, byte[] body) {
        if (left.getAndDecrement() > 0) {
            wire.send(request("evt_" + left.get(), body)).onComplete(done -> next(left, body));
        }
    }

    private double pipeline() throws Exception {
        Sink sink = expect();
        // exists, and nobody reads it
        String topic = "checkouts.dead-letter.webhook-dispatcher";
        try (var consumer = new KafkaConsumer<>(Map.<String, Object> of("bootstrap.servers", kafka, "group.id", "bench",
                "enable.auto.commit", "false", "max.poll.records", AT_ONCE), new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(
                    consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList());
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);
            produce(topic, "partner");
            for (int handled = 0; handled < EVENTS;) {
                List<CompletableFuture<AttemptResult>> posts = new ArrayList<>();
                List<String> ids = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    ObjectNode payload = (ObjectNode) WebhookBody.JSON.readTree(record.value());
                    String id = new String(record.headers().lastHeader("ce_id").value(), UTF_8);
                    ids.add(id);
                    posts.add(wire
                            .send(request(id, WebhookBody.bytes(WebhookBody.of("booking.created", id, Instant.now(), payload))
                                    .getBytes()))
                            .toCompletionStage().toCompletableFuture());
                }
                handled += ids.size();
                if (!ids.isEmpty()) {
                    posts.forEach(CompletableFuture::join);
                    pool.preparedQuery("INSERT INTO bench (id, status) SELECT unnest($1::text[]), 200")
                            .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new))).await()
                            .atMost(Duration.ofSeconds(5));
                    consumer.commitSync();
                }
            }
        }
        return sink.rate();
    }

    private double dispatcher(TestPartner partner) throws Exception {
        Sink sink = expect();
        produce("bookings", partner.id());
        return sink.rate();
    }

    private static void produce(String topic, String partner) {
        ObjectNode event = Examples.of("booking.created").put("partnerId", partner);
        for (int i = 0; i < EVENTS; i++) {
            String id = UlidCreator.getUlid().toString();
            ((ObjectNode) event.get("booking")).put("id", id);
            Kafka.sendSoon(Kafka.record(topic, id, "evt_" + id, "booking.created", Examples.bytes(event)));
        }
    }

    private WireRequest request(String id, byte[] body) {
        Instant now = Clock.systemUTC().instant();
        return new WireRequest(Destination.parse("http://127.0.0.1:" + port + "/"), MultiMap.caseInsensitiveMultiMap()
                .set("webhook-id", id).set("webhook-timestamp", "" + now.getEpochSecond())
                .set("webhook-signature", WebhookSignature.of(List.of(KEY), id, now, body)), Buffer.buffer(body));
    }

    private Sink expect() {
        Sink sink = new Sink(EVENTS);
        current.set(sink);
        return sink;
    }

    /** Counts what arrives, from the first to the last; a few time-outs of a cold start do not matter. */
    private static final class Sink {
        private final int expected;
        private final AtomicInteger count = new AtomicInteger();
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile long first;
        private volatile long last;

        Sink(int expected) {
            this.expected = expected;
        }

        void received() {
            int n = count.incrementAndGet();
            if (n == 1) {
                first = System.nanoTime();
            }
            last = System.nanoTime();
            if (n == expected * 99L / 100) {
                end.countDown();
            }
        }

        double rate() throws InterruptedException {
            if (!end.await(2, TimeUnit.MINUTES)) {
                throw new AssertionError("only " + count + " of " + expected + " arrived");
            }
            return (count.get() - 1) / ((last - first) / 1e9);
        }
    }
}
