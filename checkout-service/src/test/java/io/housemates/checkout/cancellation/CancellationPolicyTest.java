package io.housemates.checkout.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationPolicyTest {

    static final Instant BOOKED = Instant.parse("2026-09-01T10:15:30Z");

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            REASON,           NO_VISA, NO_PLACE, AT,                   PERCENT
            COOLING_OFF,      false,   false,    2026-09-04T10:15:29Z, 100
            COOLING_OFF,      true,    true,     2026-09-04T10:15:30Z, 40
            STUDENT,          false,   false,    2026-09-01T10:15:31Z, 100
            STUDENT,          true,    true,     2026-12-01T00:00:00Z, 40
            VISA,             true,    false,    2026-12-01T00:00:00Z, 100
            VISA,             false,   true,     2026-12-01T00:00:00Z, 40
            VISA,             false,   false,    2026-09-02T00:00:00Z, 100
            UNIVERSITY_PLACE, false,   true,     2026-12-01T00:00:00Z, 100
            UNIVERSITY_PLACE, true,    false,    2026-12-01T00:00:00Z, 40
            OPERATOR,         false,   false,    2026-12-01T00:00:00Z, 100
            PAYMENT_DISPUTE,  true,    true,     2026-09-01T10:15:31Z, 0
            PAYMENT_DISPUTE,  true,    true,     2026-12-01T00:00:00Z, 0""")
    void givesBackWhatItSays(CancellationReason reason, boolean noVisa, boolean noPlace, Instant at, int percent) {
        var terms = new CancellationPolicy(3, noVisa, noPlace, 40).terms(BOOKED);

        assertThat(terms.percent(reason, at)).isEqualTo(percent);
    }

    @Test
    void takesWhatItDoesNotSayFromTheStandard() {
        var standard = new CancellationPolicy(7, false, true, 0);

        assertThat(new CancellationPolicy(null, true, null, 25).or(standard))
                .isEqualTo(new CancellationPolicy(7, true, true, 25));
    }
}
