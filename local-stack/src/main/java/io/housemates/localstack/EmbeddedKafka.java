package io.housemates.localstack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

/** The Kafka of one machine: a single node that is its own controller, inside this JVM. */
public final class EmbeddedKafka implements AutoCloseable {

    private final Path directory;
    private final boolean temporary;
    private final int port;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory, boolean temporary, int port) {
        this.directory = directory;
        this.temporary = temporary;
        this.port = port == 0 ? Ports.free() : port;
    }

    /** Starts on a free port with data that disappears on {@link #close()}. */
    public static EmbeddedKafka launch() {
        return new EmbeddedKafka(Directories.temporary("kafka"), true, 0).start();
    }

    /**
     * Starts on what an earlier run left in the directory, or initialises it.
     *
     * @param port the port to listen on, 0 for any free one
     */
    public static EmbeddedKafka launchIn(Path directory, int port) {
        return new EmbeddedKafka(directory.toAbsolutePath(), false, port).start();
    }

    /** Starts again after {@link #stop()}, on the same port and data. */
    public synchronized EmbeddedKafka start() {
        if (server == null) {
            withOwnClasses(this::startBroker);
        }
        return this;
    }

    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Directories.delete(directory.getParent());
        }
    }

    /** Creates the product's topics unless they are there already. */
    public EmbeddedKafka createTopics() {
        withOwnClasses(() -> {
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers()))) {
                Topics.createMissing(admin);
            }
        });
        return this;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Kafka looks its own classes up in the thread's class loader, and in a Quarkus test that one has other copies of them. */
    private void withOwnClasses(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedKafka.class.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    private void startBroker() {
        Properties properties = KafkaSettings.of(directory, port, Ports.free());
        format(properties);
        server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
    }

    private void format(Properties properties) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Path file = directory.resolveSibling(directory.getFileName() + ".properties");
        var report = new ByteArrayOutputStream();
        try {
            Files.createDirectories(directory);
            try (var out = Files.newOutputStream(file)) {
                properties.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare " + directory, e);
        }
        String[] command = { "format", "--config", file.toString(), "--cluster-id", Uuid.randomUuid().toString() };
        if (StorageTool.execute(command, new PrintStream(report, true)) != 0) {
            throw new IllegalStateException("Could not prepare " + directory + ": " + report);
        }
    }
}
