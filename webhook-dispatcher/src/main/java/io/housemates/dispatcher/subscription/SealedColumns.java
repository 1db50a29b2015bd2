package io.housemates.dispatcher.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Everything stored that is sealed for a subscription, to be sealed anew with the keyset's primary key, so that an older key
 * can go.
 *
 * <p>
 * Every ciphertext begins with the mark of its key, so what is old is found without opening it.
 */
@ApplicationScoped
class SealedColumns {

    private static final Logger LOG = Logger.getLogger(SealedColumns.class);
    private static final int CHUNK = 200;

    private static final List<Column> ALL = List.of(new Column("subscription_secret", "subscription_id", "sealed"),
            new Column("subscription", "id", "access_token"), new Column("subscription", "id", "headers"));

    /** @param owner the column that holds the subscription's id, which is bound to the ciphertext */
    private record Column(String table, String owner, String name) {

        String old() {
            return " FROM %s WHERE %s IS NOT NULL AND substring(%s FOR octet_length($1::bytea)) <> $1::bytea".formatted(table,
                    name, name);
        }

        String take() {
            return "SELECT id, " + owner + " AS owner, " + name + " AS sealed" + old() + " AND id > $2 ORDER BY id LIMIT "
                    + CHUNK
                    + " FOR UPDATE";
        }

        String write() {
            return "UPDATE %s t SET %s = r.sealed FROM unnest($1::text[], $2::bytea[]) AS r(id, sealed) WHERE t.id = r.id"
                    .formatted(table, name);
        }
    }

    private final Pool pool;
    private final SecretVault vault;

    SealedColumns(Pool pool, SecretVault vault) {
        this.pool = pool;
        this.vault = vault;
    }

    /**
     * @param sealed how many values were sealed with another key than the primary one, and no longer are
     * @param unopened how many still are, because no key opens them
     * @param last id of the last row that was looked at
     */
    record Done(long sealed, long unopened, String last) {

        static final Done NOTHING = new Done(0, 0, "");

        Done plus(Done more) {
            return new Done(sealed + more.sealed, unopened + more.unopened, more.last);
        }
    }

    Uni<Done> seal() {
        return each(column -> sealAll(column, Done.NOTHING)).map(all -> all.stream().reduce(Done.NOTHING, Done::plus));
    }

    /** @return how many values are sealed with another key than the primary one */
    Uni<Long> old() {
        return each(column -> pool.preparedQuery("SELECT count(*)" + column.old()).execute(Tuple.of(mark()))
                .map(rows -> rows.iterator().next().getLong(0)))
                .map(counts -> counts.stream().mapToLong(Long::longValue).sum());
    }

    private static <T> Uni<List<T>> each(Function<Column, Uni<T>> work) {
        return Multi.createFrom().iterable(ALL).onItem().transformToUniAndConcatenate(work::apply).collect().asList();
    }

    private Uni<Done> sealAll(Column column, Done before) {
        return pool.withTransaction(connection -> sealSome(connection, column, before.last()))
                .chain(done -> done.sealed() + done.unopened() < CHUNK ? Uni.createFrom().item(before.plus(done))
                        : sealAll(column, before.plus(done)));
    }

    private Uni<Done> sealSome(SqlConnection connection, Column column, String after) {
        return connection.preparedQuery(column.take()).execute(Tuple.of(mark(), after)).chain(rows -> {
            List<String> ids = new ArrayList<>();
            List<Buffer> anew = new ArrayList<>();
            String last = after;
            for (Row row : rows) {
                last = row.getString("id");
                Optional<byte[]> sealed = sealedAnew(column, row);
                if (sealed.isPresent()) {
                    ids.add(last);
                    anew.add(Buffer.buffer(sealed.get()));
                }
            }
            Done done = new Done(ids.size(), rows.size() - ids.size(), last);
            return connection.preparedQuery(column.write())
                    .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)).addValue(anew.toArray(Buffer[]::new)))
                    .replaceWith(done);
        });
    }

    /** One that is broken must not keep the others with the old key. */
    private Optional<byte[]> sealedAnew(Column column, Row row) {
        try {
            return Optional.of(vault.sealAnew(row.getBuffer("sealed").getBytes(), row.getString("owner")));
        } catch (RuntimeException unopened) {
            LOG.warnf("Value not opened, so not sealed anew table=%s column=%s id=%s", column.table(), column.name(),
                    row.getString("id"));
            return Optional.empty();
        }
    }

    private Buffer mark() {
        return Buffer.buffer(vault.mark());
    }
}
