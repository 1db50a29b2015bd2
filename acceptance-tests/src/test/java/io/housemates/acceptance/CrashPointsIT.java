package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.SessionLock;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Student;
import io.housemates.localstack.Service;

/**
 * Kills checkout-service at every boundary between its transactions and its calls to Stripe: before the call took effect,
 * after it did but before the answer came, and after the answer but before it was written down. Whatever was under way is
 * mended within a minute of the restart.
 */
@AcceptanceTest
class CrashPointsIT {

    /** Where between "we asked" and "we wrote down the answer" the process dies. */
    enum Boundary {
        BEFORE_THE_EFFECT("timeout_before"),
        AFTER_THE_EFFECT("timeout_after"),
        BEFORE_WRITING_IT_DOWN("slow_answer");

        final String fault;

        Boundary(String fault) {
            this.fault = fault;
        }
    }

    private Partner partner;
    private Room room;

    @BeforeEach
    void prepare() {
        partner = Partner.create();
        room = Room.create(1);
    }

    @AfterEach
    void everythingAddsUp() {
        StripeSide.behaves();
        Services.process(Service.CHECKOUT).start().awaitReady();
        Patience.await("nothing violated").until(CrashPointsIT::violations, count -> count == 0);
    }

    @ParameterizedTest
    @EnumSource
    void startLeavesNoIntentOpen(Boundary boundary) {
        dieDuring(boundary, "POST", "/v1/payment_intents", () -> Checkout.tryStart(partner, room));

        String session = SessionLock.sessionOf(room);
        Patience.await("session given up").until(() -> SessionLock.stateOf(session), "CANCELLED"::equals);
        assertThat(StripeSide.intentsOf(session)).hasSizeLessThanOrEqualTo(1).allMatch("canceled"::equals);
        partner.books(room, Student.sample());
    }

    @ParameterizedTest
    @EnumSource
    void completeCanBeRepeatedAndBooksOnce(Boundary boundary) {
        var checkout = Checkout.start(partner, room).pay();
        var student = Student.sample();
        dieDuring(boundary, "GET", "/v1/payment_intents/*", () -> checkout.complete(student));

        var reply = checkout.complete(student);
        assertThat(reply.status()).isIn(201, 409);
        String bookingId = reply.status() == 201 ? Checkout.bookingId(reply) : reply.json().path("data").asText();
        partner.awaitBooking(bookingId);
        assertThat(partner.bookings()).containsExactly(bookingId);
    }

    @ParameterizedTest
    @EnumSource
    void theLoserOfTheLastUnitIsRefundedOnce(Boundary boundary) {
        var winner = Checkout.start(partner, room);
        var loser = Checkout.start(partner, room);
        winner.pay().book(Student.sample());
        dieDuring(boundary, "POST", "/v1/refunds", () -> loser.pay().complete(Student.sample()));

        Patience.await("one refund").until(() -> StripeSide.refundsOf(loser).size() == 1
                && "REFUNDED".equals(SessionLock.paymentStateOf(loser)));
        assertThat(StripeSide.refundsOf(loser)).hasSize(1);
    }

    private void dieDuring(Boundary boundary, String method, String path, Runnable work) {
        long before = StripeSide.requests(method, path);
        StripeSide.fails(method, path, boundary.fault);
        CompletableFuture<Void> request = CompletableFuture.runAsync(work);
        Patience.await(method + " " + path).until(() -> StripeSide.requests(method, path) > before);
        if (boundary == Boundary.BEFORE_WRITING_IT_DOWN) {
            try (var lock = SessionLock.onAllOf(room)) {
                lock.awaitSomebodyWaiting();
                Services.process(Service.CHECKOUT).kill();
            }
        } else {
            Services.process(Service.CHECKOUT).kill();
        }
        request.handle((done, failure) -> null).join();
        StripeSide.behaves();
        Services.process(Service.CHECKOUT).start().awaitReady();
    }

    private static int violations() {
        return Json.items(Services.admin().get("/admin/invariants").expect(200).data().path("violations")).toList().size();
    }
}
