package io.housemates.dispatcher.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.TestPartner;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

@DispatcherTest
class EventResourceTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Test
    void pullsEveryEventOnceByCursor() {
        TestPartner partner = TestPartner.introduced();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(Booking.of(partner).create());
        }
        List<String> pulled = new ArrayList<>();
        String[] cursor = { "" };
        await().until(() -> {
            var page = partner.request().get("/api/events?limit=2&cursor=" + cursor[0]).then().statusCode(200).extract();
            pulled.addAll(page.path("data.items.id"));
            cursor[0] = page.path("data.next_cursor");
            return pulled.size() >= 7;
        });
        assertThat(pulled).containsExactlyInAnyOrderElementsOf(sent);
        partner.request().get("/api/events?limit=2&cursor=" + cursor[0]).then().body("data.items.size()", equalTo(0))
                .body("data.has_more", equalTo(false)).body("data.next_cursor", equalTo(cursor[0]));
        TestPartner.introduced().request().get("/api/events").then().body("data.items.size()", equalTo(0));
        partner.request().get("/api/events?cursor=%21").then().statusCode(422);
        partner.request().get("/api/events?type=checkout.*").then().body("data.items.size()", equalTo(0))
                .body("data.has_more", equalTo(false)).body("data.next_cursor", equalTo(cursor[0]));
        partner.request().get("/api/events?type=&limit=100").then().body("data.items.size()", equalTo(7));
        partner.request().get("/api/events?type=booking.unheard_of").then().statusCode(422)
                .body("data.messages", hasKey("type"));
    }

    @Test
    void findsTheFewOfATypeBehindManyOthers() {
        TestPartner partner = TestPartner.introduced();
        database.run("INSERT INTO event (id, partner_id, type, order_key, created_at, body) SELECT 'evt_' || n || '"
                + partner.id() + "', '" + partner.id() + "', CASE WHEN n % 6000 = 0 THEN 'booking.erased' "
                + "ELSE 'booking.created' END, 'b', now(), convert_to('{\"id\":' || n || '}', 'UTF8') "
                + "FROM generate_series(1, 12000) n");
        List<Integer> pulled = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            var page = partner.request().get("/api/events?type=booking.erased&limit=1&cursor=" + cursor).then().statusCode(200)
                    .extract();
            List<Integer> items = page.path("data.items.id");
            pulled.addAll(items);
            sizes.add(items.size());
            cursor = page.path("data.next_cursor");
            more = page.path("data.has_more");
        }
        assertThat(pulled).containsExactly(6_000, 12_000);
        assertThat(sizes).as("looks at a part at a time").containsExactly(0, 1, 1);
    }

    @Test
    void leavesNothingBehindThatCommitsLate() {
        TestPartner partner = TestPartner.introduced();
        SqlConnection slow = pool.getConnection().await().atMost(SOON);
        var late = slow.begin().await().atMost(SOON);
        slow.query(insert(partner, "evt_late")).execute().await().atMost(SOON);
        database.run(insert(partner, "evt_early"));

        String cursor = partner.request().get("/api/events").then().body("data.items", hasSize(0)).extract()
                .path("data.next_cursor");
        late.commit().await().atMost(SOON);
        slow.close().await().atMost(SOON);

        await().untilAsserted(() -> partner.request().get("/api/events?cursor=" + cursor).then()
                .body("data.items.id", contains("evt_late", "evt_early")));
    }

    private static String insert(TestPartner partner, String id) {
        return "INSERT INTO event (id, partner_id, type, order_key, created_at, body) VALUES ('" + id + partner.id() + "', '"
                + partner.id() + "', 'booking.created', 'b', now(), '{\"id\":\"" + id + "\"}')";
    }

    @Test
    void cataloguesEveryTypeWithSchemaAndFittingExample() {
        TestPartner partner = TestPartner.introduced();
        partner.request().get("/api/event-types").then().statusCode(200)
                .body("data.items.name", hasItems("booking.created", "booking.cancelled", "endpoint.disabled", "webhook.test"))
                .body("data.meta.total_pages", equalTo(1)).body("data.links.next", nullValue());
        partner.request().get("/api/event-types?per_page=2&page=2").then().statusCode(200)
                .body("data.items", hasSize(2)).body("data.links.prev", endsWith("per_page=2&page=1"));
        EventCatalogue catalogue = new EventCatalogue();
        assertThat(catalogue.all()).allSatisfy(type -> assertThat(catalogue.misfit(type.name(), type.example())).isEmpty());
    }
}
