package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

/** A delivery waits behind the one before it in its booking's order, and no longer than that. */
@DispatcherTest
class WaitingBehindTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Inject
    ClaimRest rest;

    private final String run = UlidCreator.getUlid().toString();

    @Test
    void waitsAsLongAsTheOneBeforeItInsteadOfBeingFoundAgainAndAgain() {
        insert("head", "5 hours");
        insert("next", "0");

        rest.putBehind(seen("next")).await().atMost(LONGEST);

        assertThat(secondsLeft("next")).isBetween(550, 620);
    }

    @Test
    void staysDueWhenTheOneBeforeItEndedSinceTheClaimLooked() {
        insert("next", "0");

        rest.putBehind(seen("next")).await().atMost(LONGEST);

        assertThat(secondsLeft("next")).isNotPositive();
    }

    @Test
    void staysDueWhenItWasWokenSinceTheClaimLooked() {
        insert("head", "1 hour");
        insert("next", "0");
        List<Row> seen = seen("next");
        database.run("UPDATE delivery_waiting SET due_at = clock_timestamp() WHERE id = 'next" + run + "'");

        rest.putBehind(seen).await().atMost(LONGEST);

        assertThat(secondsLeft("next")).isNotPositive();
    }

    @Test
    void isSentWhenTheEventOfTheOneBeforeItIsNotKeptAnyMore() {
        TestPartner partner = TestPartner.introduced();
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            database.run("INSERT INTO endpoint_health (subscription_id, throttled_until) VALUES ('" + subscribed.id()
                    + "', now() + interval '1 hour')");
            var booking = Booking.of(partner);
            String first = booking.create();
            String second = booking.cancel();
            await().until(() -> database.value("SELECT count(*) FROM delivery_waiting WHERE subscription_id = '"
                    + subscribed.id() + "'").equals("2"));
            database.run("DELETE FROM event WHERE id = '" + first + "'");
            database.run("UPDATE delivery_waiting SET due_at = now() WHERE subscription_id = '" + subscribed.id() + "'");
            database.run("DELETE FROM endpoint_health WHERE subscription_id = '" + subscribed.id() + "'");

            await().atMost(LONGEST).until(() -> receiver.ids().equals(List.of(second)));
            String ended = "/api/webhooks/" + subscribed.id() + "/deliveries?status=exhausted";
            partner.request().get(ended).then().body("data.items.size()", equalTo(1))
                    .body("data.items[0].event_id", equalTo(first))
                    .body("data.items[0].attempts[0].reason", equalTo("event_expired"));
            String lost = partner.request().get(ended).path("data.items[0].id");
            partner.request().post("/api/webhook-deliveries/" + lost + "/retry").then().statusCode(409);
        }
    }

    /** Of no subscription, so that the running claimer leaves it alone. */
    private void insert(String name, String dueIn) {
        database.run("INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, due_at) VALUES ('" + name + run + "', '" + run + "', 'p', 'evt_1', now(), "
                + "'booking.created', 'b', now(), now() + interval '" + dueIn + "')");
    }

    private List<Row> seen(String name) {
        List<Row> rows = new ArrayList<>();
        pool.query("SELECT id, due_at FROM delivery_waiting WHERE id = '" + name + run + "'").execute().await().atMost(LONGEST)
                .forEach(rows::add);
        return rows;
    }

    private int secondsLeft(String name) {
        return Integer.parseInt(database.value("SELECT ceil(extract(epoch FROM due_at - now()))::int FROM delivery_waiting "
                + "WHERE id = '" + name + run + "'"));
    }
}
