package io.housemates.dispatcher.subscription;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.dispatcher.egress.Destination;
import io.housemates.dispatcher.signing.SigningKey;
import io.housemates.platform.api.CommonError;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Endpoints by subscription, kept in memory until a delivery asks for a newer version. */
@ApplicationScoped
public class Endpoints {

    /** Served by the primary key and by subscription_secret_subscription. */
    private static final String LOAD = """
            SELECT s.id, s.version, s.enabled, s.url, s.access_token, s.headers, k.sealed, k.expires_at
              FROM subscription s JOIN subscription_secret k ON k.subscription_id = s.id
             WHERE s.id = $1 AND s.deleted_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
             ORDER BY k.created_at DESC, k.id DESC""";

    private static final int MOST_KNOWN = 10_000;

    private final Pool pool;
    private final Pool ofTheApi;
    private final SecretVault vault;
    /** Those in use; the longest unused one makes room. */
    private final Map<String, Endpoint> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Endpoint> longestUnused) {
            return size() > MOST_KNOWN;
        }
    });

    Endpoints(Pool pool, @ReactiveDataSource(ApiDatabase.NAME) Pool ofTheApi, SecretVault vault) {
        this.pool = pool;
        this.ofTheApi = ofTheApi;
        this.vault = vault;
    }

    /** What is in memory, if it is at least that new. */
    public Optional<Endpoint> known(String subscriptionId, int version) {
        return Optional.ofNullable(known.get(subscriptionId)).filter(endpoint -> endpoint.version() >= version);
    }

    /** Fails with {@link NoSuchElementException} when the subscription is deleted. */
    public Uni<Endpoint> load(String subscriptionId) {
        return load(pool, subscriptionId);
    }

    private Uni<Endpoint> load(Pool from, String subscriptionId) {
        return from.preparedQuery(LOAD).execute(Tuple.of(subscriptionId))
                .map(this::endpoint)
                .onFailure(NoSuchElementException.class).invoke(() -> known.remove(subscriptionId))
                .invoke(endpoint -> known.put(subscriptionId, endpoint));
    }

    /** The same for a partner who waits for it: 404 when the subscription was deleted a moment ago. */
    public Uni<Endpoint> require(String subscriptionId) {
        return load(ofTheApi, subscriptionId).onFailure(NoSuchElementException.class)
                .transform(gone -> CommonError.NOT_FOUND.exception());
    }

    /** The subscription changed here: what is queued uses the new settings. */
    public void forget(String subscriptionId) {
        known.remove(subscriptionId);
    }

    /** It changed at another replica, unless this one has that version already. */
    void forgetOlder(String subscriptionId, int version) {
        known.computeIfPresent(subscriptionId, (id, endpoint) -> endpoint.version() < version ? null : endpoint);
    }

    private Endpoint endpoint(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new NoSuchElementException("subscription is deleted");
        }
        List<Endpoint.Key> keys = new ArrayList<>();
        Row first = rows.iterator().next();
        String id = first.getString("id");
        for (Row row : rows) {
            var expires = row.getOffsetDateTime("expires_at");
            keys.add(new Endpoint.Key(SigningKey.parse(vault.open(row.getBuffer("sealed").getBytes(), id)),
                    expires == null ? null : expires.toInstant()));
        }
        String token = first.getBuffer("access_token") == null ? null
                : vault.open(first.getBuffer("access_token").getBytes(), id);
        Map<String, String> headers = first.getBuffer("headers") == null ? Map.of()
                : vault.openHeaders(first.getBuffer("headers").getBytes(), id);
        return new Endpoint(id, first.getInteger("version"), first.getBoolean("enabled"),
                Destination.parse(first.getString("url")), token, headers, keys, redaction(token, headers, keys));
    }

    private static Redaction redaction(String token, Map<String, String> headers, List<Endpoint.Key> keys) {
        List<String> secrets = new ArrayList<>(headers.values());
        keys.forEach(key -> secrets.add(key.key().secret()));
        if (token != null) {
            secrets.add(token);
        }
        return Redaction.of(secrets);
    }
}
