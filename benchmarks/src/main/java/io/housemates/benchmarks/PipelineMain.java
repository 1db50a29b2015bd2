package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

/**
 * The second limit, a durable pipeline and nothing else: Kafka consumer, sign, post, one row per delivery in one insert per
 * batch, and only then the offsets.
 */
final class PipelineMain {

    static final String TOPIC = "limit";
    private static final String INSERT = "INSERT INTO delivered (id, status) SELECT * FROM unnest($1::text[], $2::int[])";

    private final Vertx vertx = Vertx.vertx();
    private final SignedPost post;
    private final Pool database;

    private PipelineMain(String url, String database) {
        this.post = new SignedPost(vertx, url);
        this.database = PgBuilder.pool().using(vertx).connectingTo(database).build();
    }

    /** @param arguments the sink's URL, Kafka's bootstrap servers, the database's URI */
    public static void main(String[] arguments) {
        var pipeline = new PipelineMain(arguments[0], arguments[2]);
        await(pipeline.database.query("CREATE TABLE delivered (id text, status int, at timestamptz DEFAULT now())").execute()
                .toCompletionStage());
        System.out.println("ready");
        pipeline.run(arguments[1]);
    }

    private void run(String kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", "limit", "enable.auto.commit", "false",
                "auto.offset.reset", "earliest", "max.poll.records", 500);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                ConsumerRecords<String, byte[]> batch = consumer.poll(Duration.ofMillis(50));
                if (!batch.isEmpty()) {
                    deliver(batch);
                    consumer.commitSync();
                }
            }
        }
    }

    private void deliver(ConsumerRecords<String, byte[]> batch) {
        List<String> ids = new ArrayList<>();
        List<CompletionStage<Integer>> posts = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            String id = header(record, "ce_id");
            ids.add(id);
            posts.add(post.send(id, body(id, record)).toCompletionStage());
        }
        Integer[] statuses = posts.stream().map(PipelineMain::await).toArray(Integer[]::new);
        await(database.preparedQuery(INSERT).execute(Tuple.tuple()
                .addArrayOfString(ids.toArray(String[]::new)).addArrayOfInteger(statuses)).toCompletionStage());
    }

    /** The same bytes that the dispatcher sends, without looking at them. */
    private static byte[] body(String id, ConsumerRecord<String, byte[]> record) {
        var body = new ByteArrayOutputStream(record.value().length + 200);
        body.writeBytes(("{\"type\":\"" + header(record, "ce_type") + "\",\"id\":\"" + id + "\",\"created_at\":\""
                + header(record, "ce_time") + "\",\"payload\":").getBytes(UTF_8));
        body.writeBytes(record.value());
        body.write('}');
        return body.toByteArray();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
