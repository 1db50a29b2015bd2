package io.housemates.localstack.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a service under test a real PostgreSQL and Kafka: {@code @QuarkusTestResource(value = InfrastructureResource.class,
 * initArgs = @ResourceArg(name = "database", value = "checkout"))}. The static methods take them away and give them back.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

    private static final OncePerJvm INFRASTRUCTURE = new OncePerJvm("io.housemates.localstack.testing.Infrastructure");

    private String database = "housemates";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        return INFRASTRUCTURE.call("settingsFor", database);
    }

    /** Nothing: the servers serve every test of this JVM and end with it. */
    @Override
    public void stop() {
    }

    public static void stopKafka() {
        INFRASTRUCTURE.call("stop", "kafka");
    }

    public static void startKafka() {
        INFRASTRUCTURE.call("start", "kafka");
    }

    public static void stopPostgres() {
        INFRASTRUCTURE.call("stop", "postgres");
    }

    public static void startPostgres() {
        INFRASTRUCTURE.call("start", "postgres");
    }
}
