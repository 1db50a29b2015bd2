package io.housemates.checkout.catalogue;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Catalogue;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.TestPartner;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** An import loses the database in its middle. */
@CheckoutTest
class BrokenImportTest {

    static final int ROOMS = 300;

    @Inject
    Pool pool;

    @Inject
    SearchRepair repair;

    TestPartner partner;
    Catalogue catalogue = new Catalogue();

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void isFinishedByTheNextOne() {
        fill();
        breakOff(catalogue);

        catalogue.imported();
        search().body("data.meta.total", equalTo(ROOMS)).body("data.items[0].price", equalTo("100.00"));
    }

    @Test
    void leavesNothingThatTheSearchDoesNotFindOutByItself() throws Throwable {
        fill();
        catalogue.imported();
        String room = (String) catalogue.last().get("id");
        pool.preparedQuery("UPDATE booking_period SET price_per_week = 9900 WHERE room_id = $1").execute(Tuple.of(room))
                .await().indefinitely();
        search().body("data.items[0].id", not(equalTo(room)));

        VertxContextSupport.subscribeAndAwait(repair::walk);

        search().body("data.items[0].id", equalTo(room)).body("data.items[0].price", equalTo("99.00"));
    }

    private void fill() {
        for (int i = 0; i < ROOMS; i++) {
            catalogue.room("Room " + i);
            catalogue.period("01-09-2027", "30-06-2028", "100.00", 1);
        }
    }

    /** The first rooms are written, their periods are not. */
    private void breakOff(Catalogue imported) {
        SqlConnection gate = pool.getConnection().await().indefinitely();
        try {
            gate.query("BEGIN; LOCK TABLE booking_period IN EXCLUSIVE MODE").execute().await().indefinitely();
            var answer = CompletableFuture.supplyAsync(imported::answer);
            await().atMost(Duration.ofSeconds(20)).until(this::kill, equalTo(true));
            answer.join().then().statusCode(greaterThanOrEqualTo(500));
        } finally {
            gate.query("ROLLBACK").execute().await().indefinitely();
            gate.close().await().indefinitely();
        }
    }

    /** Over another connection: inside a transaction the database shows its activity as it was at first. */
    private boolean kill() {
        return pool.query("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO booking_period%'""").execute()
                .await().indefinitely().size() > 0;
    }

    private ValidatableResponse search() {
        return partner.request().queryParam("filter[city]", catalogue.city).queryParam("sort[price]", "asc").get("/api/rooms")
                .then().statusCode(200);
    }
}
