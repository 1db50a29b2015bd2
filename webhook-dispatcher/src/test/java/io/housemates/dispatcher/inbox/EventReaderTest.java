package io.housemates.dispatcher.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.UnreadableEventException;

/** What is sealed of an event. */
class EventReaderTest {

    private final EventReader reader = new EventReader(new EventCatalogue());

    @Test
    void takesOutWhatIsSealed() {
        ArrivedEvent arrived = reader.read(event("{\"keyId\":\"k\",\"ciphertext\":\"AQID\"}")).orElseThrow();

        assertThat(arrived.keyId()).isEqualTo("k");
        assertThat(arrived.sealed().ciphertext()).containsExactly(1, 2, 3);
        assertThat(arrived.body().toString()).doesNotContain("personalData");
    }

    @ParameterizedTest
    @ValueSource(strings = { "7", "{}", "{\"keyId\":\"k\"}", "{\"ciphertext\":\"AQID\"}",
            "{\"keyId\":7,\"ciphertext\":\"AQID\"}",
            "{\"keyId\":\"k\",\"ciphertext\":\"no base64\"}", "{\"keyId\":\"k\",\"ciphertext\":[1,2,3]}" })
    void refusesWhatIsNotSealedAsAgreed(String personalData) {
        assertThatThrownBy(() -> reader.read(event(personalData))).isInstanceOf(UnreadableEventException.class)
                .hasMessage("The data does not fit at personalData.");
    }

    private static CloudEvent event(String personalData) {
        return new CloudEvent("evt_1", "booking.created", "b", Instant.EPOCH, null,
                ("{\"partnerId\":\"p\",\"booking\":{},\"personalData\":" + personalData + "}").getBytes(UTF_8));
    }
}
