package io.housemates.booking.support;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Clients who really come at the same moment: they pile up before something that is locked, and go on together. */
public final class Crowd {

    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'booking' "
            + "AND wait_event_type = 'Lock'";

    private final DataSource database;
    private final int clients;

    public Crowd(DataSource database, int clients) {
        this.database = database;
        this.clients = clients;
    }

    /**
     * @param lock what keeps them waiting
     * @param waiting so many of them, before it is given back
     * @return what each got, in no order
     */
    public <T> List<T> all(String lock, int waiting, IntFunction<T> client) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try (Connection connection = database.getConnection(); Connection watch = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(lock);
            List<Future<T>> answers = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit(() -> client.apply(number))).toList();
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(watch) >= waiting);
            connection.rollback();
            connection.setAutoCommit(true);
            return answers.stream().map(Crowd::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** @param connection one without a transaction, in which PostgreSQL would go on showing what it saw first */
    private static int waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static <T> T result(Future<T> answer) {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
