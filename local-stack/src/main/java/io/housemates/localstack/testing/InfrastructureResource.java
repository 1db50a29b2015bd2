package io.housemates.localstack.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a service under test a real PostgreSQL and Kafka: {@code @QuarkusTestResource(value = InfrastructureResource.class,
 * initArgs = @ResourceArg(name = "database", value = "checkout"))}.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

    private String database = "housemates";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        return OncePerJvm.call("io.housemates.localstack.testing.Infrastructure", "settingsFor", database);
    }

    /** Nothing: the servers serve every test of this JVM and end with it. */
    @Override
    public void stop() {
    }
}
