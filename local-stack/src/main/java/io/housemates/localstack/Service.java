package io.housemates.localstack;

import java.nio.file.Path;

/** The processes of the product, each started from its own packaged application. */
public enum Service {

    CHECKOUT("checkout-service", 8080),
    BOOKING("booking-service", 8081),
    DISPATCHER("webhook-dispatcher", 8082),
    DASHBOARD("connect-dashboard", 8083);

    private static final int MANAGEMENT = 1000;

    private final String module;
    private final int port;

    Service(String module, int port) {
        this.module = module;
        this.port = port;
    }

    /** The short name used in stack.json, for log files and as the database's name. */
    public String label() {
        return name().toLowerCase();
    }

    public String module() {
        return module;
    }

    public int port(int offset) {
        return port + offset;
    }

    public int managementPort(int offset) {
        return port + MANAGEMENT + offset;
    }

    boolean hasDatabase() {
        return this != DASHBOARD;
    }

    Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
