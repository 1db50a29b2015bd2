package io.housemates.localstack.testing;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.housemates.localstack.EmbeddedKafka;
import io.housemates.localstack.EmbeddedPostgres;

/**
 * The one PostgreSQL and the one Kafka that all tests of a JVM share; tests reach it through {@link InfrastructureResource}.
 */
public final class Infrastructure {

    private static Infrastructure shared;

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;

    private Infrastructure() {
        var kafkaStarting = CompletableFuture.supplyAsync(() -> EmbeddedKafka.launch().createTopics());
        postgres = EmbeddedPostgres.launch();
        kafka = kafkaStarting.join();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** What a service must be told to use this infrastructure with a database of that name. */
    public static Map<String, String> settingsFor(String database) {
        var infrastructure = shared();
        infrastructure.postgres.createDatabase(database);
        return Map.of(
                "DATABASE_HOST", EmbeddedPostgres.HOST,
                "DATABASE_PORT", Integer.toString(infrastructure.postgres.port()),
                "DATABASE_NAME", database,
                "DATABASE_USER", EmbeddedPostgres.USER,
                "DATABASE_PASSWORD", EmbeddedPostgres.PASSWORD,
                "KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafka.bootstrapServers(),
                "kafka.bootstrap.servers", infrastructure.kafka.bootstrapServers());
    }

    public static void stop(String server) {
        switch (server) {
            case "kafka" -> shared().kafka.stop();
            case "postgres" -> shared().postgres.stop();
            default -> throw new IllegalArgumentException(server);
        }
    }

    public static void start(String server) {
        switch (server) {
            case "kafka" -> shared().kafka.start();
            case "postgres" -> shared().postgres.start();
            default -> throw new IllegalArgumentException(server);
        }
    }

    private static synchronized Infrastructure shared() {
        if (shared == null) {
            shared = new Infrastructure();
        }
        return shared;
    }

    private void close() {
        postgres.close();
        kafka.close();
    }
}
