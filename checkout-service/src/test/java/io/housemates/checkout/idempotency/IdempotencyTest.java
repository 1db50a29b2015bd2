package io.housemates.checkout.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;

@CheckoutTest
class IdempotencyTest {

    @Inject
    Pool pool;

    TestPartner partner;
    TestRoom room;
    String key = UUID.randomUUID().toString();

    @Inject
    TestClock clock;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
        room = TestRoom.withUnits(1);
    }

    @Test
    void replaysTheFirstAnswerToStart() {
        var first = start(room).then().statusCode(201).header("Idempotent-Replayed", nullValue()).extract();
        var again = start(room).then().statusCode(201).header("Idempotent-Replayed", "true").extract();
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() {
        start(room).then().statusCode(201);
        start(TestRoom.withUnits(1)).then().statusCode(409).body("message", equalTo("api.idempotency_key_reused"));
    }

    @Test
    void runsOneOfManyAtOnce() {
        var answers = Crowd.times(20, () -> start(room));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        var sessions = answers.stream().filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String> path("data.session_id")).distinct();
        assertThat(sessions).hasSize(1);
    }

    @Test
    void letsARefusedRequestBeTriedAgain() {
        var started = partner.started(room);
        var body = Sample.request();
        body.put("session_token", started.token());
        complete(body).then().statusCode(402);
        Student.pays(started);
        String bookingId = complete(body).then().statusCode(201).extract().path("data.booking_id");
        complete(body).then().statusCode(201).header("Idempotent-Replayed", "true")
                .body("data.booking_id", equalTo(bookingId));
    }

    /** So whoever asks again after a crash gets the answer: it is there as soon as there is a booking. */
    @Test
    void booksOnlyTogetherWithItsAnswer() {
        var started = partner.started(room);
        var body = Sample.request();
        body.put("session_token", started.token());
        Student.pays(started);

        sql("ALTER TABLE idempotency_key ADD CONSTRAINT no_answer CHECK (answer IS NULL) NOT VALID");
        try {
            complete(body).then().statusCode(greaterThanOrEqualTo(500));
        } finally {
            sql("ALTER TABLE idempotency_key DROP CONSTRAINT no_answer");
        }
        partner.read(started).then().body("data.item.state",
                not(equalTo("completed")));

        String bookingId = complete(body).then().statusCode(201).extract().path("data.booking_id");
        complete(body).then().statusCode(201).header("Idempotent-Replayed", "true")
                .body("data.booking_id", equalTo(bookingId));
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    @Test
    void completesOnceForManyWithOneKeyAtOnce() {
        var started = partner.started(room);
        var body = Sample.request();
        body.put("session_token", started.token());
        Student.pays(started);

        var answers = Crowd.times(20, () -> complete(body));
        assertThat(answers).allSatisfy(answer -> {
            if (answer.statusCode() != 201) {
                answer.then().statusCode(409).body("message", equalTo("api.idempotency_key_in_use"));
            }
        });
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).map(Response::asString).distinct()).hasSize(1);
    }

    @Test
    void forgetsAnAnswerAfterADay() {
        String first = start(room).then().statusCode(201).extract().asString();
        clock.jump(Duration.ofHours(24).minusMinutes(1));
        assertThat(start(room).then().header("Idempotent-Replayed", "true").extract().asString()).isEqualTo(first);
        clock.jump(Duration.ofMinutes(2));
        start(room).then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void takesAKeyOverWhoseFirstRequestDied() {
        start(room).then().statusCode(201);
        // what a service leaves behind that is killed before it has the answer
        sql("UPDATE idempotency_key SET status = NULL, answer = NULL WHERE key = '" + key + "'");
        start(room).then().statusCode(409).body("message", equalTo("api.idempotency_key_in_use"));
        clock.jump(Duration.ofSeconds(61));
        start(TestRoom.withUnits(1)).then().statusCode(409).body("message", equalTo("api.idempotency_key_reused"));
        start(room).then().statusCode(201).header("Idempotent-Replayed", nullValue());
        start(room).then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void showsAnAnswerOnlyToTheTokenThatGotIt() {
        start(room).then().statusCode(201);
        var second = Admin.issueToken(partner.id()).extract();
        var sameWithOtherToken = new TestPartner(partner.id(), second.path("data.id"), second.path("data.access_token"));

        request(sameWithOtherToken, room).then().statusCode(409).body("message", equalTo("api.idempotency_key_reused"));
    }

    @Test
    void keepsKeysOfPartnersApartAndRefusesLongOnes() {
        start(room).then().statusCode(201);
        var other = TestPartner.create();
        other.request().header("Idempotency-Key", key).body(Map.of()).post("/api/rooms/" + room.id() + "/checkout/start")
                .then().statusCode(422);
        partner.request().header("Idempotency-Key", "k".repeat(256)).body(Map.of())
                .post("/api/rooms/" + room.id() + "/checkout/start").then().statusCode(422);
    }

    private Response start(TestRoom wanted) {
        return request(partner, wanted);
    }

    private Response request(TestPartner who, TestRoom wanted) {
        return who.request().header("Idempotency-Key", key)
                .body("{\"booking_period_id\":\"" + wanted.periodId() + "\",\"operator_id\":\"" + wanted.operatorId() + "\"}")
                .post("/api/rooms/" + wanted.id() + "/checkout/start");
    }

    private Response complete(Map<String, Object> body) {
        return partner.request().header("Idempotency-Key", key + "c").body(body).post("/api/rooms/" + room.id() + "/checkout");
    }
}
