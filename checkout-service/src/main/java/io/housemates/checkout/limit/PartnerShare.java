package io.housemates.checkout.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;

/** How much of what may wait for Stripe one partner can take, so that something is left for the others. */
@ApplicationScoped
public class PartnerShare {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final int most;

    PartnerShare(LimitConfig config) {
        most = config.callsAtOnce();
    }

    /** Over its share the partner gets 429 with Retry-After, and nothing is begun. */
    public <T> Uni<T> of(String partnerId, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            if (underWay.merge(partnerId, 1, Integer::sum) > most) {
                leave(partnerId);
                throw new ApiException(CommonError.TOO_MANY_REQUESTS, null, WAIT);
            }
            return Uni.createFrom().deferred(() -> call.get()).onTermination().invoke(() -> leave(partnerId));
        });
    }

    private void leave(String partnerId) {
        underWay.computeIfPresent(partnerId, (id, calls) -> calls == 1 ? null : calls - 1);
    }
}
