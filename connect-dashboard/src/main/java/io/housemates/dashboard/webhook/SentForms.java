package io.housemates.dashboard.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Lets one form make one webhook, however often it is sent: a second click is answered with what the first one made. */
@ApplicationScoped
class SentForms {

    /** The answer holds a secret, so it is not kept for long. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Uni<Webhook>> made = new ConcurrentHashMap<>();

    /** What tells a form from every other. */
    static String newNumber() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * What failed is tried again.
     *
     * @param number the form's; null where it has none
     */
    Uni<Webhook> once(String partnerId, String number, Supplier<Uni<Webhook>> make) {
        return number == null ? make.get() : once(partnerId + " " + number, make);
    }

    private Uni<Webhook> once(String form, Supplier<Uni<Webhook>> make) {
        return made.computeIfAbsent(form, first -> make.get()
                .onItem().invoke(() -> forgetLater(form))
                .onFailure().invoke(() -> made.remove(form))
                .memoize().indefinitely());
    }

    private void forgetLater(String form) {
        Uni.createFrom().voidItem().onItem().delayIt().by(KEPT).subscribe().with(done -> made.remove(form));
    }
}
