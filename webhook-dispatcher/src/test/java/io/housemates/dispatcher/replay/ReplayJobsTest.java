package io.housemates.dispatcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Replays that take their time: the endpoint asked to be left alone for an hour, so what is queued stays. */
@DispatcherTest
class ReplayJobsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Inject
    ReplayWorker worker;

    @Inject
    ReplayChunks chunks;

    TestPartner partner;
    Subscribed subscribed;

    @BeforeEach
    void subscribe() {
        partner = TestPartner.introduced();
        subscribed = Subscribed.to("http://127.0.0.1:9/", partner, "booking.*");
        database.run("INSERT INTO endpoint_health (subscription_id, throttled_until) VALUES ('" + subscribed.id()
                + "', now() + interval '1 hour')");
    }

    @AfterEach
    void leaveNothing() {
        database.run("UPDATE replay SET state = 'CANCELLED' WHERE subscription_id = '" + subscribed.id() + "'");
        database.run("DELETE FROM delivery_finished WHERE subscription_id = '" + subscribed.id() + "'");
        forgetQueued();
    }

    @Test
    void queuesAFewThousandAtATimeAndStopsWhenTold() {
        failed(2_600);
        String replay = replay("failed").statusCode(201).body("data.total", equalTo(2_600)).extract().path("data.id");
        await().atMost(SOON).until(() -> done(replay) == 2_000);
        work();
        assertThat(queued()).as("none beyond, as long as those wait").isEqualTo(2_000);

        steer(replay, "pause").statusCode(200).body("data.state", equalTo("PAUSED"));
        forgetQueued();
        work();
        assertThat(queued()).as("paused").isZero();

        steer(replay, "resume").statusCode(200);
        await().atMost(SOON).until(() -> state(replay).equals("DONE"));
        assertThat(done(replay)).isEqualTo(2_600);
        assertThat(queued()).as("the rest, from where it was").isEqualTo(600);
        steer(replay, "cancel").statusCode(409);
    }

    @Test
    void queuesNothingMoreOnceCancelled() {
        failed(2_600);
        String replay = replay("failed").extract().path("data.id");
        await().atMost(SOON).until(() -> done(replay) == 2_000);

        steer(replay, "cancel").statusCode(200).body("data.state", equalTo("CANCELLED"));
        forgetQueued();
        work();

        assertThat(queued()).isZero();
        steer(replay, "resume").statusCode(409).body("message", equalTo("api.conflict"));
    }

    @Test
    void goesOnWhenOthersTakeSomeOfItsDeliveriesUpMeanwhile() {
        failed(700);
        SqlConnection other = pool.getConnection().await().atMost(SOON);
        var taken = other.begin().await().atMost(SOON);
        other.query("DELETE FROM delivery_finished WHERE subscription_id = '" + subscribed.id() + "' AND id LIKE '%000007'")
                .execute().await().atMost(SOON);

        String replay = replay("failed").extract().path("data.id");
        await().atMost(SOON).until(() -> database.value("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                + "AND query LIKE '%picked%delivery_finished%'"), waiting -> !waiting.equals("0"));
        taken.commit().await().atMost(SOON);
        other.close().await().atMost(SOON);

        await().atMost(SOON).until(() -> state(replay).equals("DONE"));
        assertThat(done(replay)).isEqualTo(699);
        assertThat(queued()).isEqualTo(699);
    }

    @Test
    void runsOneAtATime() {
        failed(2_600);
        String first = replay("failed").extract().path("data.id");
        replay("all").statusCode(409).body("code", equalTo(3000)).body("data", equalTo(first));

        steer(first, "pause").statusCode(200);
        String second = replay("all").statusCode(201).extract().path("data.id");
        steer(first, "resume").statusCode(409).body("code", equalTo(3000)).body("data", equalTo(second));

        steer(second, "cancel").statusCode(200);
        steer(first, "resume").statusCode(200).body("data.state", equalTo("RUNNING"));
    }

    @Test
    void losesNothingToACrashAndSharesTheWork() {
        failed(1_200);
        database.run("UPDATE subscription SET enabled = false WHERE id = '" + subscribed.id() + "'");
        String replay = "crashed" + subscribed.id();
        insert(replay, "now()");
        crashInTheMiddleOfAChunk(replay);
        assertThat(queued()).as("rolled back").isZero();

        database.run("UPDATE subscription SET enabled = true WHERE id = '" + subscribed.id() + "'");
        steer(replay, "resume").statusCode(200);
        Uni.join().all(worker.work(), worker.work()).andFailFast().await().atMost(SOON);

        await().atMost(SOON).until(() -> state(replay).equals("DONE"));
        assertThat(done(replay)).isEqualTo(1_200);
        assertThat(queued()).isEqualTo(1_200);
        assertThat(database.value("SELECT count(DISTINCT event_id) FROM delivery_waiting WHERE subscription_id = '"
                + subscribed.id() + "'")).isEqualTo("1200");
        assertThat(database.column("SELECT order_key FROM delivery_waiting WHERE subscription_id = '" + subscribed.id()
                + "' ORDER BY position")).isSorted();
    }

    @Test
    void countsNoFurtherThanItIsOfUse() {
        failed(1);
        database.run("INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, attempts, status) SELECT subscription_id || lpad(n::text, 6, '0'), subscription_id, "
                + "partner_id, event_id, event_recorded_at, event_type, 'b' || n, created_at, 1, 'HELD' FROM delivery_finished, "
                + "generate_series(2, 100001) n WHERE subscription_id = '" + subscribed.id() + "'");
        String replay = replay("failed").statusCode(201).body("data.total", equalTo(100_000)).extract().path("data.id");
        steer(replay, "cancel").statusCode(200);
        forgetQueued();
        database.run("UPDATE replay SET total = 1, done = 1, state = 'RUNNING', cursor_id = '" + subscribed.id() + "099500' "
                + "WHERE id = '" + replay + "'");
        await().atMost(SOON).until(() -> state(replay).equals("DONE"));
        partner.request().get("/api/webhook-replays/" + replay).then().body("data.item.total", equalTo(502));
    }

    @Test
    void leavesOutWhatHasNoEventAnyMore() {
        failed(3);
        database.run("DELETE FROM event WHERE partner_id = '" + partner.id() + "' AND order_key = '000002'");
        replay("failed").statusCode(201).body("data.total", equalTo(2));
        await().atMost(SOON).until(() -> queued() == 2);
    }

    @Test
    void keepsTheAttemptsThatDeliveriesEndedWith() {
        failed(1);
        database.run("UPDATE delivery_finished SET outcome = 'failed', reason = 'http_500', latency_ms = 1, "
                + "tried_at = now() - interval '40 days' WHERE subscription_id = '" + subscribed.id() + "'");

        replay("failed").statusCode(201);

        await().atMost(SOON).until(() -> queued() == 1);
        assertThat(database.column("SELECT concat(number, ' ', reason, ' ', at::date = now()::date) FROM delivery_attempt "
                + "WHERE delivery_id = '" + subscribed.id() + "000001'")).as("its day is gone").containsExactly("4 http_500 t");
    }

    @Test
    void keepsNobodyElsesWaitingThatFailsEachTime() {
        failed(600);
        String broken = "broken" + subscribed.id();
        insert(broken, "now() - interval '1 hour'");
        database.run("ALTER TABLE replay ADD CONSTRAINT broken CHECK (id <> '" + broken + "' OR done = 0)");
        database.run("UPDATE replay SET state = 'RUNNING', updated_at = now() - interval '1 hour' WHERE id = '" + broken + "'");
        try {
            work();
            await().atMost(SOON).until(() -> database.value("SELECT updated_at > now() - interval '10 minutes' FROM replay "
                    + "WHERE id = '" + broken + "'"), "true"::equals);
            assertThat(done(broken)).isZero();
            assertThat(state(broken)).isEqualTo("RUNNING");
        } finally {
            database.run("ALTER TABLE replay DROP CONSTRAINT broken");
        }
    }

    /** What it wants is the last of many. */
    @Test
    void looksAtAPartOfTheEventsAtATime() {
        database.run("INSERT INTO event (id, partner_id, type, order_key, created_at, body) SELECT 'evt_" + subscribed.id()
                + "' || n, '" + partner.id() + "', CASE WHEN n > 20000 THEN 'booking.created' ELSE 'checkout.refunded' END, "
                + "n::text, now() - interval '1 minute', '{}' FROM generate_series(1, 20001) n");
        String replay = "rare" + subscribed.id();
        insert(replay, "now()");
        List<Long> picked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            picked.add(pool.withTransaction(connection -> connection.preparedQuery("SELECT * FROM replay WHERE id = $1")
                    .execute(Tuple.of(replay)).chain(rows -> chunks.next(connection, rows.iterator().next()))).await()
                    .atMost(SOON));
        }
        assertThat(picked).as("twice more to look at").containsExactly(500L, 500L, 1L);
        assertThat(queued()).isEqualTo(1);
        assertThat(state(replay)).isEqualTo("DONE");
    }

    private void insert(String replay, String createdAt) {
        database.run("INSERT INTO replay (id, subscription_id, partner_id, scope, since, until, state, total, created_at, "
                + "updated_at) VALUES ('" + replay + "', '" + subscribed.id() + "', '" + partner.id()
                + "', 'all', to_timestamp(0), now(), 'PAUSED', 1200, " + createdAt + ", now())");
    }

    private void crashInTheMiddleOfAChunk(String replay) {
        Uni<Long> crashed = pool.withTransaction(connection -> connection
                .preparedQuery("SELECT * FROM replay WHERE id = $1").execute(Tuple.of(replay))
                .chain(rows -> chunks.next(connection, rows.iterator().next()))
                .onItem().failWith(() -> new IllegalStateException("crashed")));
        assertThat(crashed.onFailure().recoverWithItem(-1L).await().atMost(SOON)).isEqualTo(-1);
    }

    /** Events, in order, each with a delivery that failed. */
    private void failed(int count) {
        database.run("WITH e AS (INSERT INTO event (id, partner_id, type, order_key, created_at, body) "
                + "SELECT 'evt_" + subscribed.id() + "' || n, '" + partner.id()
                + "', 'booking.created', lpad(n::text, 6, '0'), "
                + "now() - interval '1 minute', '{}' FROM generate_series(1, " + count + ") n RETURNING *) "
                + "INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, attempts, status) SELECT '" + subscribed.id() + "' || order_key, '" + subscribed.id()
                + "', partner_id, id, recorded_at, type, order_key, now() - interval '1 minute', 4, 'EXHAUSTED' FROM e");
    }

    private ValidatableResponse replay(String scope) {
        return partner.request().contentType(ContentType.JSON).body(Map.of("scope", scope))
                .post("/api/webhooks/" + subscribed.id() + "/replay").then();
    }

    private ValidatableResponse steer(String replay, String to) {
        return partner.request().post("/api/webhook-replays/" + replay + "/" + to).then();
    }

    private void work() {
        worker.work().await().atMost(SOON);
    }

    private int done(String replay) {
        return partner.request().get("/api/webhook-replays/" + replay).path("data.item.done");
    }

    private String state(String replay) {
        return partner.request().get("/api/webhook-replays/" + replay).path("data.item.state");
    }

    private int queued() {
        return Integer.parseInt(
                database.value("SELECT count(*) FROM delivery_waiting WHERE subscription_id = '" + subscribed.id() + "'"));
    }

    private void forgetQueued() {
        database.run("DELETE FROM delivery_waiting WHERE subscription_id = '" + subscribed.id() + "'");
    }
}
