package io.housemates.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class CloudEventTest {

    record Party(String name, List<Guest> guests) {

        Party {
            java.util.Objects.requireNonNull(name, "name");
        }
    }

    record Guest(int age) {
    }

    @Test
    void isReadFromTheHeaders() {
        var event = CloudEvent.of(record("{}"));

        assertThat(event.id()).isEqualTo("evt_1");
        assertThat(event.type()).isEqualTo("party.started");
        assertThat(event.key()).isEqualTo("key");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-09-01T10:15:30.123Z"));
        assertThat(event.traceparent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ce_id", "ce_type", "ce_time", "ce_specversion" })
    void isRefusedWithoutAnAttribute(String name) {
        var record = record("{}");
        record.headers().remove(name);

        assertThatThrownBy(() -> CloudEvent.of(record)).isInstanceOf(UnreadableEventException.class)
                .hasMessage("The header " + name + " is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "yesterday", "+1000000000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z" })
    void isRefusedWithATimeThatNobodyCanKeep(String time) {
        var record = record("{}");
        record.headers().remove("ce_time").add("ce_time", time.getBytes(UTF_8));

        assertThatThrownBy(() -> CloudEvent.of(record)).isInstanceOf(UnreadableEventException.class)
                .hasMessage("The header ce_time is not an instant.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{                                       | The data is not JSON.",
            "{'name':'secret','guests':[{'age':1     | The data is not JSON.",
            "null                                    | The data is null.",
            "[]                                      | The data does not fit at /.",
            "{'guests':[]}                           | The data does not fit at /name.",
            "{'name':'a','guests':[{'age':'secret'}]}| The data does not fit at /guests/0/age.",
    })
    void saysWhatDoesNotFitWithoutQuotingIt(String data, String reason) {
        var event = CloudEvent.of(record(data.replace('\'', '"')));

        assertThatThrownBy(() -> event.dataAs(Party.class, new ObjectMapper()))
                .isInstanceOf(UnreadableEventException.class).hasMessage(reason).hasNoCause();
    }

    private static ConsumerRecord<String, byte[]> record(String data) {
        var record = new ConsumerRecord<>("parties", 0, 0, "key", data.getBytes(UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", "evt_1".getBytes(UTF_8))
                .add("ce_type", "party.started".getBytes(UTF_8))
                .add("ce_time", "2026-09-01T10:15:30.123Z".getBytes(UTF_8));
        return record;
    }
}
