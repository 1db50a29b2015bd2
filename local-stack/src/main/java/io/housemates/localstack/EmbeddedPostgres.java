package io.housemates.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** The PostgreSQL server of one machine: the services' databases, each owned by the role {@value #USER}. */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String HOST = "localhost";
    public static final String USER = "housemates";
    public static final String PASSWORD = "housemates";

    private final Path directory;
    private final Path log;
    private final boolean temporary;
    private final int port;
    private final List<String> databases;
    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(Path directory, Path log, boolean temporary, int port, List<String> databases) {
        this.directory = directory;
        this.log = log;
        this.temporary = temporary;
        this.port = port == 0 ? Ports.free() : port;
        this.databases = databases;
    }

    /** Starts on a free port with data that disappears on {@link #close()}. */
    public static EmbeddedPostgres launch(String... databases) {
        Path directory = Directories.temporary("postgres");
        return new EmbeddedPostgres(directory, directory.resolveSibling("postgres.log"), true, 0, List.of(databases)).start();
    }

    /**
     * Starts on what an earlier run left in the directory, or initialises it. A server that a crashed run left behind on
     * the same directory is ended first.
     *
     * @param log the file to which the server writes
     * @param port the port to listen on, 0 for any free one
     */
    public static EmbeddedPostgres launchIn(Path directory, Path log, int port, String... databases) {
        return new EmbeddedPostgres(directory.toAbsolutePath(), log, false, port, List.of(databases)).start();
    }

    /** Starts again after {@link #stop()}, on the same port and data. */
    public synchronized EmbeddedPostgres start() {
        if (server != null) {
            return this;
        }
        LeftoverPostmaster.of(directory).ifPresent(LeftoverPostmaster::end);
        try {
            Files.createDirectories(directory.getParent());
            server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // A server with a directory of its own is ended by its owner, after those who use it.
                    .setRegisterShutdownHook(temporary)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("full_page_writes", "off")
                    .setOutputRedirector(toLog())
                    .setErrorRedirector(toLog())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port + ", see " + log, e);
        }
        createRole();
        databases.forEach(this::createDatabase);
        return this;
    }

    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
        server = null;
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Directories.delete(directory.getParent());
        }
    }

    /** Creates the database unless it is there already. */
    public void createDatabase(String name) {
        execute("SELECT 'CREATE DATABASE \"" + name + "\" OWNER " + USER
                + "' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '" + name + "')");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return LeftoverPostmaster.of(directory).map(LeftoverPostmaster::pid).orElse(0L);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    private void createRole() {
        execute("SELECT 'CREATE ROLE " + USER + " LOGIN SUPERUSER PASSWORD ''" + PASSWORD
                + "''' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + USER + "')");
    }

    /** Runs the statements that the query returns: what SQL itself has no IF NOT EXISTS for. */
    private void execute(String query) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement reading = connection.createStatement();
                Statement writing = connection.createStatement();
                var statements = reading.executeQuery(query)) {
            while (statements.next()) {
                writing.execute(statements.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + query, e);
        }
    }

    public Path log() {
        return log;
    }

    private ProcessBuilder.Redirect toLog() {
        return ProcessBuilder.Redirect.appendTo(log.toFile());
    }
}
