package io.housemates.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One replica of a service: a JVM of its own that can be ended politely or killed, and started again where it was. */
public final class ServiceProcess {

    private static final Duration STARTING = Duration.ofSeconds(120);
    private static final Duration STOPPING = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 50;
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final Consumer<ServiceProcess> started;
    private Process process;

    /** @param started is told about every start, the first and later ones */
    ServiceProcess(String name, List<String> command, Map<String, String> environment, int port, int managementPort, Path log,
            Consumer<ServiceProcess> started) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.started = started;
    }

    /** Starts it and returns at once; {@link #awaitReady()} tells when it serves. */
    public synchronized ServiceProcess start() {
        if (isAlive()) {
            return this;
        }
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new StackException("Could not start " + name + ": " + e.getMessage(), e);
        }
        started.accept(this);
        return this;
    }

    public ServiceProcess awaitReady() {
        Instant deadline = Instant.now().plus(STARTING);
        while (!isReady()) {
            if (!isAlive()) {
                throw new StackException(
                        name + " ended with status " + process.exitValue() + " while starting.\n" + lastLines());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StackException(name + " was not ready after " + STARTING.toSeconds() + " s.\n" + lastLines());
            }
            pause();
        }
        return this;
    }

    /** Whether the management port answers that the service can work now. */
    public boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name, e);
        }
    }

    /** SIGKILL: no shutdown hook, no flush, as when a machine is lost. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, and SIGKILL when that is not enough. */
    public void stop() {
        if (!isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    public Path log() {
        return log;
    }

    /** Runs the action when the process has ended, for whatever reason. */
    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "The end of " + log + ":\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException e) {
            return "See " + log;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }
}
