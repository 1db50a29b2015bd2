package io.housemates.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    @TempDir
    Path directory;

    @Test
    void kafkaKeepsItsRecordsOverRestarts() throws Exception {
        try (var kafka = EmbeddedKafka.launchIn(directory.resolve("kafka"), 0).createTopics()) {
            send(kafka, "first");
            kafka.stop();
            kafka.start();
            kafka.createTopics();
            assertThat(read(kafka)).isEqualTo("first");
        }
        try (var again = EmbeddedKafka.launchIn(directory.resolve("kafka"), 0)) {
            assertThat(read(again)).isEqualTo("first");
        }
    }

    @Test
    void postgresEndsTheServerThatACrashedRunLeftBehind() throws Exception {
        var crashed = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("java.class.path"), CrashingRun.class.getName(),
                directory.resolve("postgres").toString())
                .inheritIO()
                .start();
        assertThat(crashed.waitFor()).isEqualTo(CrashingRun.CRASHED);
        long leftover = LeftoverPostmaster.of(directory.resolve("postgres")).orElseThrow().pid();

        try (var next = EmbeddedPostgres.launchIn(directory.resolve("postgres"), directory.resolve("postgres.log"), 0,
                "checkout", "booking")) {
            assertThat(ProcessHandle.of(leftover)).isEmpty();
            assertThat(next.pid()).isNotZero().isNotEqualTo(leftover);
            for (String database : List.of("checkout", "booking")) {
                DriverManager.getConnection(next.jdbcUrl(database), "housemates", "housemates").close();
            }
            try (var connection = DriverManager.getConnection(next.jdbcUrl("checkout"), "housemates", "housemates");
                    var statement = connection.createStatement()) {
                statement.execute("SELECT id FROM kept");
            }
        }
    }

    private void send(EmbeddedKafka kafka, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("bookings", 0, "key", value)).get();
        }
    }

    private String read(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition("bookings", 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            return consumer.poll(Duration.ofSeconds(10)).iterator().next().value();
        }
    }

    /** Initialises the data directory, stores something in it, and dies without stopping the server. */
    static class CrashingRun {
        static final int CRASHED = 7;

        public static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.launchIn(Path.of(arguments[0]), Path.of(arguments[0] + ".log"), 0, "checkout");
            try (var connection = DriverManager.getConnection(postgres.jdbcUrl("checkout"), "housemates", "housemates");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (id int)");
            }
            Runtime.getRuntime().halt(CRASHED);
        }
    }
}
