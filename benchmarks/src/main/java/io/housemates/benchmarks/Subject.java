package io.housemates.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.localstack.EmbeddedPostgres;
import io.housemates.localstack.Service;
import io.housemates.localstack.ServiceProcess;
import io.housemates.localstack.Stack;
import io.housemates.localstack.StackOptions;
import io.housemates.localstack.StackState;
import io.housemates.localstack.journey.DemoSetup;

/** What is measured: the packaged services on embedded PostgreSQL and Kafka, compiled as in production. */
final class Subject implements AutoCloseable {

    /** Of every measured process, the limits' included. */
    static final List<String> JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC");

    private final Stack stack;
    private final Path directory;

    private Subject(Stack stack, Path directory) {
        this.stack = stack;
        this.directory = directory;
    }

    static Subject start(Path root) {
        Path directory = root.resolve("benchmarks/target/stack");
        return new Subject(Stack.start(StackOptions.of(root).withDirectory(directory)
                .withFresh(true).withFreePorts().withJvm(JVM)
                .withEnvironment(Service.CHECKOUT, Map.of("HOUSEMATES_LIMITS_STARTS_PER_SECOND", "100000",
                        "HOUSEMATES_LIMITS_START_BURST", "100000")),
                System.out), directory);
    }

    /** The keyset over the keys over personal data, which every service of the stack has. */
    String personalDataKeyset() {
        try {
            return new ObjectMapper().readTree(directory.resolve("state.json").toFile()).get("personal_data_keyset").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stack stack() {
        return stack;
    }

    ServiceProcess dispatcher() {
        return stack.service(Service.DISPATCHER);
    }

    /** Partners with one endpoint each: {@code <sink>/<name>/0} and so on. */
    List<Endpoint> subscribe(Sink sink, String name, int count) {
        var description = stack.description();
        var setup = new DemoSetup(description.checkout(), description.dispatcher(), description.adminToken());
        List<Endpoint> endpoints = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String path = "/" + name + "/" + n;
            StackState partner = setup.partner(StackState.withNewSecrets());
            endpoints.add(Endpoint.of(description.dispatcher(), path, setup.subscription(partner, sink.url(path))));
        }
        return endpoints;
    }

    /** The dispatcher has the machine to itself: nobody else reads the topic it is fed by. */
    Subject leaveDispatcherAlone() {
        stack.service(Service.CHECKOUT).stop();
        stack.service(Service.BOOKING).stop();
        return this;
    }

    String databaseUri(String database) {
        return "postgresql://" + EmbeddedPostgres.USER + ":" + EmbeddedPostgres.PASSWORD + "@" + EmbeddedPostgres.HOST + ":"
                + stack.postgres().port() + "/" + database;
    }

    /** How many deliveries to the endpoint have not come to their end. */
    long waiting(Endpoint endpoint) {
        return count("SELECT count(*) FROM delivery_waiting WHERE subscription_id = '" + endpoint.subscriptionId() + "'");
    }

    /** Deletes an endpoint that hung, and waits until nothing is left of it. */
    void forget(Endpoint endpoint, Sink sink) {
        endpoint.delete();
        sink.release();
        Waiting.until("end of " + endpoint.path(), Duration.ofMinutes(2), () -> waiting(endpoint) == 0);
    }

    /** The first value of a query on the dispatcher's database. */
    long count(String sql) {
        try (Connection connection = DriverManager.getConnection(stack.postgres().jdbcUrl(Service.DISPATCHER.label()),
                EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
