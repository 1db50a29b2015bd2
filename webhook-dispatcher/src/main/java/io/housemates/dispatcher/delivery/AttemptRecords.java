package io.housemates.dispatcher.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.api.ApiDatabase;
import io.housemates.dispatcher.delivery.DeliveryView.Attempt;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what was tried for deliveries. */
@ApplicationScoped
class AttemptRecords {

    /** Served by attempt_delivery and delivery_finished_id. */
    private static final String ATTEMPTS = """
            SELECT * FROM delivery_attempt WHERE delivery_id = ANY($1) ORDER BY delivery_id, at""";

    private final Pool pool;
    private final DataKeys keys;
    private final KeptAnswers answers;

    AttemptRecords(@ReactiveDataSource(ApiDatabase.NAME) Pool pool, DataKeys keys, KeptAnswers answers) {
        this.pool = pool;
        this.keys = keys;
        this.answers = answers;
    }

    /** @param heads whether to tell what the receivers answered, too */
    Uni<List<DeliveryView>> addTo(List<DeliveryView> deliveries, boolean heads) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().item(deliveries);
        }
        String[] ids = deliveries.stream().map(DeliveryView::id).toArray(String[]::new);
        return pool.preparedQuery(ATTEMPTS).execute(Tuple.tuple().addArrayOfString(ids))
                .chain(rows -> keys.find(heads ? keyIds(rows) : List.of())
                        .map(ring -> withAttempts(deliveries, rows, ring, heads)));
    }

    private List<DeliveryView> withAttempts(List<DeliveryView> deliveries, RowSet<Row> rows, KeyRing ring, boolean heads) {
        Map<String, String> subscriptions = new HashMap<>();
        deliveries.forEach(view -> subscriptions.put(view.id(), view.subscriptionId()));
        Map<String, List<Attempt>> attempts = new HashMap<>();
        for (Row row : rows) {
            String delivery = row.getString("delivery_id");
            attempts.computeIfAbsent(delivery, id -> new ArrayList<>())
                    .add(attempt(row, heads ? answers.open(row, subscriptions.get(delivery), ring) : null));
        }
        return deliveries.stream().map(view -> view.with(attempts.getOrDefault(view.id(), List.of()))).toList();
    }

    private static List<String> keyIds(RowSet<Row> attempts) {
        return StreamSupport.stream(attempts.spliterator(), false).map(row -> row.getString("key_id"))
                .filter(Objects::nonNull).distinct().toList();
    }

    private static Attempt attempt(Row row, String head) {
        return new Attempt(row.getInteger("number"), row.getOffsetDateTime("at").toInstant(), row.getString("outcome"),
                row.getString("reason"), row.getInteger("status_code"), row.getInteger("latency_ms"), head);
    }
}
