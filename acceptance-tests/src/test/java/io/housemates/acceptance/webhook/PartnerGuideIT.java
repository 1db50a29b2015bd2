package io.housemates.acceptance.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Student;

/** What the partner guide says about verifying, run as it stands there, on deliveries and on what only looks like one. */
@AcceptanceTest
class PartnerGuideIT {

    /** From the specification of Standard Webhooks, signed now because the guide refuses what is old. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String PUBLISHED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final Map<List<String>, Boolean> CALLS = new LinkedHashMap<>();

    @BeforeAll
    static void collectDeliveries() {
        CALLS.clear();
        try (var receiver = Receiver.up()) {
            Partner partner = Partner.create();
            var subscription = SigningSubscription.create(partner, receiver, "v1");
            Received live = receiver.awaitBooking(partner.books(Room.create(), Student.sample()));
            CALLS.put(call(subscription.firstKey(), live, new String(live.bytes(), UTF_8)), true);
            CALLS.put(call(SECRET, live, new String(live.bytes(), UTF_8)), false);
            CALLS.put(call(subscription.firstKey(), live, new String(live.bytes(), UTF_8) + " "), false);

            String fresh = subscription.rotate(1);
            Received during = subscription.deliver();
            CALLS.put(call(subscription.firstKey(), during, new String(during.bytes(), UTF_8)), true);
            CALLS.put(call(fresh, during, new String(during.bytes(), UTF_8)), true);
        }
        Instant now = Instant.now();
        CALLS.put(call(now, "v1a,AAAA " + signed(now)), true);
        CALLS.put(call(now, "v1,AAAA"), false);
        CALLS.put(call(now.minusSeconds(400), signed(now.minusSeconds(400))), false);
        CALLS.put(call(now.plusSeconds(400), signed(now.plusSeconds(400))), false);
        CALLS.put(call(Instant.ofEpochSecond(1614265330), PUBLISHED), false);
    }

    @ParameterizedTest
    @EnumSource
    void verifiesInEveryLanguage(Snippet snippet) {
        assumeTrue(snippet.canRun(), () -> snippet + " is not installed");
        assertThat(snippet.verify(new ArrayList<>(CALLS.keySet())))
                .isEqualTo(CALLS.values().stream().map(String::valueOf).toList());
    }

    private static String signed(Instant time) {
        try {
            return SigningSubscription.library(SECRET).sign(ID, time.getEpochSecond(), BODY);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> call(Instant time, String signatures) {
        return List.of(SECRET, ID, Long.toString(time.getEpochSecond()), signatures, base64(BODY));
    }

    private static List<String> call(String secret, Received webhook, String body) {
        return List.of(secret, webhook.id(), webhook.header("webhook-timestamp"), webhook.header("webhook-signature"),
                base64(body));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
