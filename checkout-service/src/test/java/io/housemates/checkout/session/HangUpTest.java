package io.housemates.checkout.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.RawHttp;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Clients whose connection breaks in the middle; what they began is finished, and they find it done. */
@CheckoutTest
class HangUpTest {

    @Inject
    Pool pool;

    TestPartner partner;
    TestRoom room;
    String key = UUID.randomUUID().toString();

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
        room = TestRoom.withUnits(1);
    }

    @Test
    void findsTheCheckoutStarted() {
        Stripe.isSlow("POST", "/v1/payment_intents");
        String path = "/api/rooms/" + room.id() + "/checkout/start";
        String body = json(Map.of("booking_period_id", room.periodId(), "operator_id", room.operatorId()));

        hangUp("POST " + path, body,
                () -> Database.count("SELECT count(*) FROM checkout_session WHERE room_id = $1", room.id()) == 1);

        findsItDone(path, body);
    }

    @Test
    void findsTheBookingMade() {
        var started = partner.started(room);
        Student.pays(started);
        Stripe.isSlow("GET", "/v1/payment_intents/" + started.intentId());
        String path = "/api/rooms/" + room.id() + "/checkout";
        String body = details(started);

        hangUp("POST " + path, body, () -> Database.count("SELECT count(*) FROM idempotency_key WHERE key = $1", key) == 1);

        findsItDone(path, body);
    }

    @Test
    void findsTheDetailsSaved() {
        var started = partner.started(room);
        var otherwise = pool.getConnection().await().indefinitely();
        var busy = otherwise.begin().await().indefinitely();
        otherwise.preparedQuery("SELECT 1 FROM checkout_session WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(started.sessionId()))
                .await().indefinitely();

        hangUp("PUT /api/rooms/" + room.id() + "/checkout/details", details(started),
                () -> Database.count("SELECT count(*) FROM pg_locks WHERE NOT granted AND $1 <> ''", key) > 0);
        busy.rollback().chain(otherwise::close).await().indefinitely();

        await().until(() -> partner.stateOf(started), equalTo("details_saved"));
    }

    private void hangUp(String requestLine, String body, Callable<Boolean> underWay) {
        RawHttp.sendAndHangUp(requestLine, "Authorization: Bearer " + partner.token() + "\nX-API-PARTNER-ID: " + partner.id()
                + "\nContent-Type: application/json\nIdempotency-Key: " + key + "\nContent-Length: " + body.length(), body,
                underWay);
    }

    /** Long before the key's lease is over. */
    private void findsItDone(String path, String body) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(
                () -> again(path, body).then().statusCode(201).header("Idempotent-Replayed", "true"));
    }

    private Response again(String path, String body) {
        return partner.request().header("Idempotency-Key", key).body(body).post(path);
    }

    private static String details(Started started) {
        Map<String, Object> sample = Sample.request();
        sample.put("session_token", started.token());
        return json(sample);
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
