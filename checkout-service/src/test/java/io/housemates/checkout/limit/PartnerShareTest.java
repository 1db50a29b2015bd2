package io.housemates.checkout.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

class PartnerShareTest {

    PartnerShare ofTwo = new PartnerShare(new SmallRyeConfigBuilder().withMapping(LimitConfig.class)
            .withDefaultValues(Map.of("housemates.limits.calls-at-once", "2")).build().getConfigMapping(LimitConfig.class));

    @Test
    void letsAPartnerHaveSoManyCallsUnderWayAndNoMore() {
        var first = underWay("busy");
        var second = underWay("busy");
        isRefused("busy");
        underWay("another");

        first.complete("done");
        assertThat(answered("busy")).isEqualTo("done");
        second.fail(new IllegalStateException());
        assertThat(answered("busy")).isEqualTo("done");
    }

    @Test
    void countsNoCallThatFailedToBegin() {
        for (int i = 0; i < 3; i++) {
            catchThrowableOfType(IllegalStateException.class, () -> ofTwo.of("busy", () -> {
                throw new IllegalStateException();
            }).await().indefinitely());
        }
        assertThat(answered("busy")).isEqualTo("done");
    }

    private UniEmitter<? super String> underWay(String partner) {
        UniEmitter<? super String>[] began = new UniEmitter[1];
        ofTwo.of(partner, () -> Uni.createFrom().<String> emitter(emitter -> began[0] = emitter)).subscribe().with(done -> {
        }, failed -> {
        });
        return began[0];
    }

    private void isRefused(String partner) {
        var refused = catchThrowableOfType(ApiException.class, () -> answered(partner));
        assertThat(refused.error()).isEqualTo(CommonError.TOO_MANY_REQUESTS);
    }

    private String answered(String partner) {
        return ofTwo.of(partner, () -> Uni.createFrom().item("done")).await().indefinitely();
    }
}
