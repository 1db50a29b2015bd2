package io.housemates.acceptance.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.housemates.localstack.Service;

/** A service's database, read behind its back: what it wrote down is compared with what it answers. */
public enum Database {

    CHECKOUT(Service.CHECKOUT),
    BOOKING(Service.BOOKING),
    DISPATCHER(Service.DISPATCHER),
    /** Of dispatchers beside the stack's. */
    DISPATCHER_APART("dispatcher_apart");

    /** What the services under test keep. */
    public static final List<Database> OF_SERVICES = List.of(CHECKOUT, BOOKING, DISPATCHER);

    private final String label;

    Database(Service service) {
        this(service.label());
    }

    Database(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public Connection connect() throws SQLException {
        var postgres = SharedStack.get().description().postgres();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/" + label, postgres.user(),
                postgres.password());
    }

    /** Every column as text. */
    public List<List<String>> rows(String sql, Object... parameters) {
        try (Connection connection = connect(); PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            try (ResultSet result = query.executeQuery()) {
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                        row.add(result.getString(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column. */
    public List<String> column(String sql, Object... parameters) {
        return rows(sql, parameters).stream().map(row -> row.get(0)).toList();
    }

    /** The first column of the first row, null where there is none. */
    public String text(String sql, Object... parameters) {
        return column(sql, parameters).stream().findFirst().orElse(null);
    }

    public void update(String sql, Object... parameters) {
        try (Connection connection = connect()) {
            update(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same in the connection's own transaction. */
    public static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, parameters);
            update.execute();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
