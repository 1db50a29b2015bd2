package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

class ChecksTest {

    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    static final Instant EXPIRY = START.plus(Duration.ofMinutes(30));

    @Test
    void asksLaterAndLater() {
        Instant late = EXPIRY.plusSeconds(1);
        assertThat(IntStream.range(0, 6).mapToObj(done -> Duration.between(late, Checks.after(done, session(), late))))
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1),
                        Duration.ofDays(1), Duration.ofDays(1));
    }

    @Test
    void asksWhenTheSessionExpiresHoweverOftenItHasAsked() {
        assertThat(Checks.after(0, session(), START)).isEqualTo(START.plus(Duration.ofMinutes(1)));
        assertThat(Checks.after(2, session(), START)).isEqualTo(EXPIRY);
        assertThat(Checks.after(50, session(), START)).isEqualTo(EXPIRY);
        assertThat(Checks.after(50, session(), EXPIRY)).isEqualTo(EXPIRY.plus(Duration.ofDays(1)));
    }

    @Test
    void asksAboutABookingThatWasPaidDailyForFourMonths() {
        var booked = session();
        booked.state = SessionState.COMPLETED;
        booked.amount = 25_000;
        assertThat(Checks.ofBooking(booked, config(), START)).isEqualTo(START.plus(Duration.ofDays(1)));
        assertThat(Checks.ofBooking(booked, config(), START.plus(Duration.ofDays(118)))).isNotNull();
        assertThat(Checks.ofBooking(booked, config(), START.plus(Duration.ofDays(119)))).isNull();

        booked.amount = 0;
        assertThat(Checks.ofBooking(booked, config(), START)).as("nothing was paid").isNull();
        booked.amount = 25_000;
        booked.state = SessionState.CANCELLED;
        assertThat(Checks.ofBooking(booked, config(), START)).as("no booking").isNull();
    }

    private static CheckoutSession session() {
        var session = new CheckoutSession();
        session.state = SessionState.OPEN;
        session.createdAt = START;
        session.expiresAt = EXPIRY;
        return session;
    }

    private static CheckoutConfig config() {
        return new SmallRyeConfigBuilder().withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(CheckoutConfig.class).withDefaultValues(Map.of("housemates.checkout.public-url", "-")).build()
                .getConfigMapping(CheckoutConfig.class);
    }
}
