package io.housemates.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class InboxRetentionTest {

    @Inject
    InboxRetention retention;

    @Inject
    Pool pool;

    @Test
    void remembersEventsAsLongAsTheirDeadLettersCanBeReplayed() {
        String recent = seen(29);
        String old = seen(36);

        result(retention.forgetOld());

        assertThat(result(pool.preparedQuery("SELECT event_id FROM inbox WHERE event_id IN ($1, $2)")
                .execute(Tuple.of(recent, old)))).extracting(row -> row.getString(0)).containsExactly(recent);
    }

    private String seen(int daysAgo) {
        String id = "evt_" + UUID.randomUUID();
        result(pool.preparedQuery("INSERT INTO inbox (event_id, received_at) VALUES ($1, $2)")
                .execute(Tuple.of(id, OffsetDateTime.now().minusDays(daysAgo))));
        return id;
    }

    private static <T> T result(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
