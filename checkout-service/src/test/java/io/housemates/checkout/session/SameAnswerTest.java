package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

/** Whoever guesses learns nothing: a token that exists is answered like one that does not, also as far as a clock can tell. */
@CheckoutTest
class SameAnswerTest {

    static final int ROUNDS = 150;
    static final int WARM_UP = 30;
    /** Of medians measured in turns, so that a busy machine slows all of them. */
    static final double NOTICEABLE = 1.5;

    TestPartner partner;
    TestPartner stranger;
    Started started;
    TestRoom anotherRoom;

    @BeforeEach
    void start() {
        partner = TestPartner.create();
        stranger = TestPartner.create();
        started = partner.started(TestRoom.withUnits(1));
        anotherRoom = TestRoom.withUnits(1);
    }

    @Test
    void tellsNoWrongTokenFromARandomOne() {
        String altered = started.token().substring(0, started.token().length() - 1)
                + (started.token().endsWith("A") ? "B" : "A");
        String random = "cs_" + "Zq3vWm7K".repeat(6).substring(0, started.token().length() - 3);
        Map<String, Supplier<Response>> tries = new LinkedHashMap<>();
        tries.put("random", () -> complete(partner, started.room(), random));
        tries.put("altered", () -> complete(partner, started.room(), altered));
        tries.put("another partner's", () -> complete(stranger, started.room(), started.token()));
        tries.put("of another room", () -> complete(partner, anotherRoom, started.token()));
        Map<String, List<Long>> times = new LinkedHashMap<>();
        String body = tries.get("random").get().asString();

        for (int round = 0; round < ROUNDS; round++) {
            boolean counts = round >= WARM_UP;
            tries.forEach((name, call) -> {
                long begin = System.nanoTime();
                Response answer = call.get();
                long took = System.nanoTime() - begin;
                assertThat(answer.statusCode()).as(name).isEqualTo(404);
                assertThat(answer.asString()).as(name).isEqualTo(body);
                if (counts) {
                    times.computeIfAbsent(name, first -> new ArrayList<>()).add(took);
                }
            });
        }

        double random50 = median(times.get("random"));
        times.forEach((name, taken) -> assertThat(median(taken) / random50).as("time of a token that is " + name)
                .isBetween(1 / NOTICEABLE, NOTICEABLE));
    }

    private static Response complete(TestPartner partner, TestRoom room, String token) {
        Map<String, Object> sample = Sample.request();
        sample.put("session_token", token);
        return partner.request().body(sample).post("/api/rooms/" + room.id() + "/checkout");
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
