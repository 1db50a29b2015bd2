package io.housemates.acceptance.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Patience;

/** Lets nobody write certain rows: whoever is about to waits inside its transaction, until the process is killed. */
final class Gate implements AutoCloseable {

    /** Which row: {@code condition} is SQL about {@code NEW}. */
    record Row(String table, String condition) {
    }

    /** "gate" as a number; nobody else locks it. */
    private static final int LOCK = 0x67617465;
    private static final String WAITING = """
            SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = %d""".formatted(LOCK);

    private final Connection holder;
    private final List<Row> rows;

    private Gate(Connection holder, List<Row> rows) {
        this.holder = holder;
        this.rows = rows;
    }

    static Gate at(List<Row> rows) {
        try {
            var gate = new Gate(Database.CHECKOUT.connect(), rows);
            gate.build();
            return gate;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitWaiting(int count) {
        Patience.await(count + " at the gate").until(() -> Integer.parseInt(Database.CHECKOUT.text(WAITING)) == count);
    }

    private void build() throws SQLException {
        Database.update(holder, "SELECT pg_advisory_lock(" + LOCK + ")");
        Database.update(holder, """
                CREATE OR REPLACE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_advisory_xact_lock(%d); RETURN NEW; END $$""".formatted(LOCK));
        for (int i = 0; i < rows.size(); i++) {
            Database.update(holder, """
                    CREATE TRIGGER gate_%d BEFORE INSERT OR UPDATE ON %s FOR EACH ROW WHEN (%s)
                    EXECUTE FUNCTION wait_at_gate()""".formatted(i, rows.get(i).table(), rows.get(i).condition()));
        }
    }

    /** Ends the connections of the process that was killed, as the database does once it notices, and takes the gate away. */
    @Override
    public void close() {
        try (holder) {
            Database.update(holder, """
                    SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
                     WHERE locktype = 'advisory' AND NOT granted AND objid = %d""".formatted(LOCK));
            for (int i = 0; i < rows.size(); i++) {
                Database.update(holder, "DROP TRIGGER gate_%d ON %s".formatted(i, rows.get(i).table()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
