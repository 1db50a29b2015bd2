package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After every class, whatever it broke: the invariants hold, every booking went all the way, and Stripe has the money that the
 * books say it has. What is under way gets a minute to settle.
 */
public final class EverythingAddsUp implements AfterAllCallback {

    private static final Duration PAUSE = Duration.ofMillis(250);

    @Override
    public void afterAll(ExtensionContext context) {
        await();
    }

    public static void await() {
        Patience.await("everything to add up").pollInterval(PAUSE).untilAsserted(() -> {
            assertThat(Services.admin().get("/admin/invariants").expect(200).data().path("violations"))
                    .as("violated invariants").isEmpty();
            BookingTrail.assertUnbroken();
            StripeBooks.assertBalanced();
        });
    }
}
