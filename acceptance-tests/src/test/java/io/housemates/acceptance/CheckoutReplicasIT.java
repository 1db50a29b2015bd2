package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Api;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.SharedStack;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Student;
import io.housemates.localstack.Service;
import io.housemates.localstack.ServiceProcess;

/** Two checkout services sell the same rooms: it does not matter which of them is asked, nor which one carries a session on. */
@AcceptanceTest
class CheckoutReplicasIT {

    private static final int MANY = 12;

    private static ExecutorService clients;
    private static ServiceProcess second;

    private Partner partner;

    @BeforeAll
    static void startReplica() {
        clients = Executors.newCachedThreadPool();
        second = SharedStack.get().startReplica(Service.CHECKOUT);
    }

    @AfterAll
    static void backToOne() {
        clients.shutdown();
        Services.process(Service.CHECKOUT).start().awaitReady();
        second.stop();
    }

    @BeforeEach
    void createPartner() {
        partner = Partner.create();
        Patience.await("token known at the second").until(
                () -> Services.probe(partner.at(second.url()), Service.CHECKOUT).status() != 401);
    }

    @Test
    void sellsEachUnitOnceAndRefundsTheOthers() {
        Room room = Room.create(MANY / 3);
        List<Checkout> buyers = IntStream.range(0, MANY).mapToObj(i -> Checkout.start(partner, room)).toList();
        buyers.forEach(Checkout::pay);

        List<Reply> answers = allAtOnce(MANY, i -> complete(at(i), buyers.get(i)));

        assertThat(answers).extracting(Reply::status).containsOnly(201, 409);
        List<String> bookings = answers.stream().filter(answer -> answer.status() == 201).map(Checkout::bookingId).toList();
        assertThat(bookings).hasSize(MANY / 3).doesNotHaveDuplicates();
        IntStream.range(0, MANY).filter(i -> answers.get(i).status() == 409).mapToObj(buyers::get).forEach(loser -> {
            Patience.await("refund").until(() -> "REFUNDED".equals(paymentOf(loser)));
            assertThat(StripeSide.refundsOf(loser)).hasSize(1);
        });
    }

    @Test
    void bringsARequestThatIsRepeatedAtBothToOneAnswer() {
        Room room = Room.create(MANY);
        JsonNode wish = Json.object().put("booking_period_id", room.periodId()).put("operator_id", room.operatorId());
        String key = Ids.ulid();
        List<Reply> starts = allAtOnce(MANY,
                i -> at(i).with("Idempotency-Key", key).post("/api/rooms/" + room.id() + "/checkout/start", wish));
        assertOneAnswer(starts);
        assertThat(sessionsOf(room)).hasSize(1);

        Checkout checkout = Checkout.start(partner, room).pay();
        Student student = Student.sample();
        String another = Ids.ulid();
        List<Reply> completes = allAtOnce(MANY, i -> at(i).with("Idempotency-Key", another).post(checkout.path(),
                student.details().put("session_token", checkout.sessionToken())));
        assertOneAnswer(completes);
        assertThat(Database.CHECKOUT.column("SELECT id FROM hold WHERE booking_period_id = ? AND state = 'CONSUMED'",
                room.periodId())).hasSize(1);
    }

    @Test
    void carriesEachSessionOnOnce() {
        Room room = Room.create(MANY);
        List<Checkout> left = allAtOnce(MANY, i -> Checkout.start(partner, room));
        left.forEach(checkout -> checkout.saveDetails(Student.sample()).expect(200));

        Database.CHECKOUT.update("""
                UPDATE checkout_session SET created_at = now() - interval '2 hours', expires_at = now() - interval '1 second',
                next_step_at = now(), news = true WHERE room_id = ?""", room.id());

        Patience.await("the end of all sessions").until(() -> Database.CHECKOUT
                .column("SELECT id FROM checkout_session WHERE room_id = ? AND state = 'EXPIRED'", room.id()).size() == MANY);
        assertThat(left).allSatisfy(checkout -> assertThat(
                StripeSide.requests("POST", "/v1/payment_intents/" + checkout.intentId() + "/cancel")).isEqualTo(1));
        assertThat(Database.CHECKOUT.text("SELECT held + booked FROM booking_period WHERE id = ?", room.periodId()))
                .isEqualTo("0");
    }

    @Test
    void goesOnWithWhatTheOtherHadBegunWhenItWasKilled() {
        Room room = Room.create(1);
        // its answer never comes, so whoever asked is killed while it waits
        StripeSide.fails("POST", "/v1/payment_intents", "timeout_after");
        CompletableFuture.runAsync(() -> Checkout.tryStart(partner, room), clients);
        Patience.await("the session to be written down").until(() -> sessionsOf(room).size() == 1);
        String session = sessionsOf(room).get(0);
        Patience.await("Stripe to be asked").until(() -> !StripeSide.intentsOf(session).isEmpty());
        Services.process(Service.CHECKOUT).kill();

        Patience.await("its end").until(() -> "CANCELLED".equals(
                Database.CHECKOUT.text("SELECT state FROM checkout_session WHERE id = ?", session)));
        assertThat(StripeSide.intentsOf(session)).containsExactly("canceled");
        Services.process(Service.CHECKOUT).start().awaitReady();
        partner.books(room, Student.sample());
    }

    /** By turns, the one and the other. */
    private Api at(int number) {
        return number % 2 == 0 ? partner.checkout() : partner.at(second.url());
    }

    private static Reply complete(Api api, Checkout checkout) {
        return api.post(checkout.path(), Student.sample().details().put("session_token", checkout.sessionToken()));
    }

    /** Whoever came while another was at it is told so; everybody else gets the same. */
    private static void assertOneAnswer(List<Reply> answers) {
        assertThat(answers).extracting(Reply::status).contains(201).isSubsetOf(201, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(Reply::body).distinct()).hasSize(1);
    }

    private static <T> List<T> allAtOnce(int count, IntFunction<T> work) {
        var begun = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), clients)).toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }

    private static List<String> sessionsOf(Room room) {
        return Database.CHECKOUT.column("SELECT id FROM checkout_session WHERE room_id = ?", room.id());
    }

    private static String paymentOf(Checkout checkout) {
        return Database.CHECKOUT.text("SELECT state FROM payment WHERE intent_id = ?", checkout.intentId());
    }
}
