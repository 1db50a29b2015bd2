package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.StartupEvent;

class LeaseCheckTest {

    @Test
    void doesNotStartWithALeaseThatNoAttemptFitsInto() {
        assertThatCode(() -> start("15s", "20s")).doesNotThrowAnyException();
        assertThatThrownBy(() -> start("15s", "15s"))
                .hasMessageContaining("dispatcher.delivery.lease=PT15S must be longer than PT18.75S");
        assertThatThrownBy(() -> start("4s", "5s")).isInstanceOf(IllegalStateException.class);
    }

    private static void start(String deadline, String lease) {
        new LeaseCheck(OtherInstance.settings(Map.of("deadline", deadline, "lease", lease))).onStart(new StartupEvent());
    }
}
