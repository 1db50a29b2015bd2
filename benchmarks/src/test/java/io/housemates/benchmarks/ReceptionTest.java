package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The figures are right; taking them is done by hand. */
class ReceptionTest {

    private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

    @Test
    void countsEachEventOfItsRunOnce() {
        var reception = new Reception("a", 100);
        for (int n = 0; n < 100; n++) {
            reception.note(new EventId("a", n, micros(START)), START.plusMillis(n + 1));
        }
        reception.note(new EventId("a", 7, micros(START)), START.plusSeconds(5));
        reception.note(new EventId("b", 8, micros(START)), START.plusSeconds(5));
        reception.note(EventId.parse("evt_of-another-kind"), START);

        assertThat(reception.sum()).isEqualTo(new Received(100, 1, 0.099, 50, 99, 100));
    }

    @Test
    void readsAnEventsIdBack() {
        var id = EventId.now("run", 12);

        assertThat(EventId.parse(id.text())).isEqualTo(id);
    }

    @Test
    void takesTheMedianOfSeveralRuns() {
        assertThat(new Spread(List.of(3.0, 1.0, 2.0)).text("%.1f")).isEqualTo("2.0 (1.0–3.0)");
        assertThat(new Spread(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }

    @Test
    void fillsTheContractsExample() {
        var key = new SampleKeys.Key("k1", null, new byte[] { 1, 2, 3 });
        assertThat(new String(new SampleEvent().of("p1", "b1", key), UTF_8)).contains("\"partnerId\":\"p1\"", "\"id\":\"b1\"",
                "\"keyId\":\"k1\"", "\"ciphertext\":\"AQID\"");
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000;
    }
}
