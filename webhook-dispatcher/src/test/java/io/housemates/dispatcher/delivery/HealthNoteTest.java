package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class HealthNoteTest {

    private static final long SECOND = 1_000_000_000L;

    private final HealthNote note = new HealthNote();
    private long now = 1_000 * SECOND;

    @Test
    void writesTheSameNewsOnceAMinute() {
        assertThat(written(true)).isTrue();
        assertThat(written(true)).isFalse();
        now += 61 * SECOND;
        assertThat(written(true)).isTrue();
    }

    @Test
    void writesFewChangesOfAnEndpointThatFailsEveryOtherTime() {
        int statements = 0;
        for (int i = 0; i < 10_000; i++) {
            now += SECOND / 100;
            statements += written(i % 2 == 0) ? 1 : 0;
        }
        assertThat(statements).as("in a hundred seconds").isLessThan(25);
    }

    @Test
    void tellsOfASuccessAfterAFailureAtOnce() {
        assertThat(written(false)).isTrue();
        assertThat(written(true)).isTrue();
        assertThat(written(false)).as("so soon again").isFalse();
        assertThat(written(true)).as("nothing to take back").isFalse();
    }

    @Test
    void writesOneStatementAtATimeAndThenWhatCameMeanwhile() {
        assertThat(note.heard(false, now)).isTrue();
        assertThat(note.heard(true, now)).isFalse();
        assertThat(note.heard(false, now)).isFalse();
        assertThat(note.heard(true, now)).isFalse();
        assertThat(note.wrote(true, now)).isTrue();
        assertThat(note.isWorking()).isTrue();
        assertThat(note.wrote(true, now)).isFalse();
    }

    @Test
    void writesAgainWhatWasLost() {
        assertThat(note.heard(true, now)).isTrue();
        assertThat(note.wrote(false, now)).isFalse();
        assertThat(note.heard(true, now)).isTrue();
    }

    @Test
    void writesOnceThatManyAttemptsWereToldToWait() {
        assertThat(note.heardThrottle(Duration.ofSeconds(60), now)).isTrue();
        assertThat(note.heardThrottle(Duration.ofSeconds(60), now)).isFalse();
        assertThat(note.heardThrottle(Duration.ofSeconds(90), now)).as("longer").isTrue();
        assertThat(note.heardThrottle(Duration.ofMillis(Long.MAX_VALUE / 2), now)).as("much longer").isTrue();
        now += 20 * SECOND;
        assertThat(note.heardThrottle(Duration.ofSeconds(60), now)).as("it may have been forgiven since").isTrue();
    }

    private boolean written(boolean working) {
        boolean due = note.heard(working, now);
        if (due) {
            note.wrote(true, now);
        }
        return due;
    }
}
