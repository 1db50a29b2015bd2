package io.housemates.checkout.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;
import io.smallrye.config.SmallRyeConfigBuilder;

@CheckoutTest
class StartLimitTest {

    @Inject
    StartLimits limits;

    TestPartner busy;
    TestRoom room;
    AtomicBoolean stopped = new AtomicBoolean();

    @BeforeEach
    void createPartner() {
        busy = TestPartner.create();
        room = TestRoom.withUnits(1);
    }

    @AfterEach
    void stop() {
        stopped.set(true);
    }

    @Test
    void tellsAPartnerThatStartsTooOftenWhenToComeBack() {
        keepStarting(busy);
        await().until(() -> busy.start(room).statusCode() == 429);
        busy.start(room).then().statusCode(429).header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("message", equalTo("api.too_many_requests")).body("data", nullValue());
    }

    @Test
    void leavesOtherPartnersAndOtherCallsAlone() {
        var started = busy.started(room);
        keepStarting(busy);
        await().until(() -> busy.start(room).statusCode() == 429);
        TestPartner.create().start(room).then().statusCode(201);
        busy.read(started).then().statusCode(200);
    }

    @Test
    void letsABurstInAndThenAsManyAsFlowBack() {
        var two = new StartLimits(new SmallRyeConfigBuilder().withMapping(LimitConfig.class).withDefaultValues(Map.of(
                "housemates.limits.starts-per-second", "1", "housemates.limits.start-burst", "2")).build()
                .getConfigMapping(LimitConfig.class));
        two.take("partner");
        two.take("partner");
        var refused = catchThrowableOfType(ApiException.class, () -> two.take("partner"));
        assertThat(refused.error()).isEqualTo(CommonError.TOO_MANY_REQUESTS);
        await().ignoreExceptions().untilAsserted(() -> two.take("partner"));
    }

    /** Somebody else of the same partner uses up whatever flows back. */
    private void keepStarting(TestPartner partner) {
        CompletableFuture.runAsync(() -> {
            while (!stopped.get()) {
                try {
                    limits.take(partner.id());
                } catch (ApiException e) {
                    Thread.yield();
                }
            }
        });
    }
}
