package io.housemates.dispatcher.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

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
            return "SELECT id, " + owner + " AS owner, " + name + " AS sealed" + old() + " LIMIT " + CHUNK + " FOR UPDATE";
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

    /** @return how many values were sealed with another key than the primary one, and no longer are */
    Uni<Long> seal() {
        return sum(column -> sealAll(column, 0));
    }

    /** @return how many values are sealed with another key than the primary one */
    Uni<Long> old() {
        return sum(column -> pool.preparedQuery("SELECT count(*)" + column.old()).execute(Tuple.of(mark()))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private Uni<Long> sum(Function<Column, Uni<Long>> count) {
        return Multi.createFrom().iterable(ALL).onItem().transformToUniAndConcatenate(count::apply)
                .collect().asList().map(counts -> counts.stream().mapToLong(Long::longValue).sum());
    }

    private Uni<Long> sealAll(Column column, long before) {
        return pool.withTransaction(connection -> sealSome(connection, column))
                .chain(sealed -> sealed < CHUNK ? Uni.createFrom().item(before + sealed) : sealAll(column, before + sealed));
    }

    private Uni<Integer> sealSome(SqlConnection connection, Column column) {
        return connection.preparedQuery(column.take()).execute(Tuple.of(mark())).chain(rows -> {
            List<String> ids = new ArrayList<>();
            List<Buffer> anew = new ArrayList<>();
            for (Row row : rows) {
                ids.add(row.getString("id"));
                anew.add(Buffer.buffer(vault.sealAnew(row.getBuffer("sealed").getBytes(), row.getString("owner"))));
            }
            return connection.preparedQuery(column.write())
                    .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)).addValue(anew.toArray(Buffer[]::new)))
                    .replaceWith(ids.size());
        });
    }

    private Buffer mark() {
        return Buffer.buffer(vault.mark());
    }
}
