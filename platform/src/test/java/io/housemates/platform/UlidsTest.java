package io.housemates.platform;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class UlidsTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:15:30.123Z");

    private final Ulids ulids = new Ulids(Clock.fixed(NOW, UTC));

    @Test
    void areOfTheirTime() {
        assertThat(List.of(ulids.next(), ulids.nextInOrder())).allMatch(Ulids::isUlid)
                .allMatch(ulid -> Ulids.timeOf(ulid).equals(NOW)).doesNotHaveDuplicates();
    }

    @Test
    void keepTheirOrderWithinAMillisecondWhereItCounts() {
        assertThat(Stream.generate(ulids::nextInOrder).limit(1_000).toList()).isSorted().doesNotHaveDuplicates();
    }
}
