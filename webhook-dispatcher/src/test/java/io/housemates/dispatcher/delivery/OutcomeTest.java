package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.dispatcher.egress.EgressRefused;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.vertx.core.http.HttpClosedException;

class OutcomeTest {

    private static final Instant NOW = Instant.parse("2026-09-01T10:15:30Z");
    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)), 0.2, () -> 0.5);

    @ParameterizedTest
    @CsvSource({ "200,delivered,http_200,DELIVERED", "204,delivered,http_204,DELIVERED", "299,delivered,http_299,DELIVERED",
            "301,failed,redirect,PENDING", "307,failed,redirect,PENDING", "400,failed,http_400,PENDING",
            "404,failed,http_404,PENDING", "410,gone,http_410,GONE", "429,failed,http_429,PENDING",
            "500,failed,http_500,PENDING", "503,failed,http_503,PENDING" })
    void classifiesByStatus(int status, String label, String reason, DeliveryStatus next) {
        Outcome outcome = Classification.of(new WireResponse(status, null, ""), NOW);
        assertThat(outcome.label()).isEqualTo(label);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.statusCode()).isEqualTo(status);
        assertThat(outcome.next(1, SCHEDULE).status()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({ "200,http_2xx", "299,http_2xx", "404,http_4xx", "503,http_5xx", "307,redirect", "99,protocol", "600,protocol",
            "1000001,protocol", "0,protocol" })
    void isCountedByClass(int status, String kind) {
        assertThat(Classification.of(new WireResponse(status, null, ""), NOW).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "429|120|120", "503|120|120", "503|Tue, 01 Sep 2026 10:16:30 GMT|60",
            "429|99999999999999999999|86400", "429|Tue, 01 Sep 2026 10:00:00 GMT|5", "429|1|5",
            "503|Tuesday, 01-Sep-26 10:16:30 GMT|60", "503|Tue Sep  1 10:16:30 2026|60",
            "503|Sunday, 06-Nov-94 08:49:37 GMT|5", "503|Tue, 01 Sep 2026 12:16:30 +0200|60" })
    void waitsAtLeastAsLongAsTheEndpointAsks(int status, String retryAfter, long seconds) {
        Outcome outcome = Classification.of(new WireResponse(status, retryAfter, ""), NOW);
        assertThat(outcome.label()).isEqualTo("throttled");
        assertThat(outcome.sign()).isEqualTo(EndpointSign.OVERLOADED);
        assertThat(outcome.next(1, SCHEDULE).delay()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({ "soon", "-1", "''" })
    void takesAnUnreadableRetryAfterForNone(String retryAfter) {
        assertThat(Classification.of(new WireResponse(429, retryAfter, ""), NOW)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void classifiesFailuresByWhatBroke() {
        assertThat(reason(new UnknownHostException(), Stage.RESOLVE)).isEqualTo("dns");
        assertThat(reason(new RuntimeException(), Stage.RESOLVE)).isEqualTo("dns");
        assertThat(reason(new ConnectException(), Stage.CONNECT)).isEqualTo("connect");
        assertThat(reason(new HttpClosedException("closed"), Stage.CONNECT)).isEqualTo("connect");
        assertThat(reason(new RuntimeException(new SSLHandshakeException("bad")), Stage.CONNECT)).isEqualTo("tls");
        assertThat(reason(new DeadlinePassed(Stage.BODY), Stage.BODY)).isEqualTo("timeout");
        assertThat(reason(new HttpClosedException("closed"), Stage.BODY)).isEqualTo("reset");
        assertThat(reason(new IOException("Connection reset"), Stage.ANSWER)).isEqualTo("reset");
        assertThat(reason(new ResponseTooLarge(), Stage.BODY)).isEqualTo("oversized");
        assertThat(reason(new TooLongHttpHeaderException(), Stage.ANSWER)).isEqualTo("oversized");
        assertThat(reason(new IllegalArgumentException("invalid version format"), Stage.ANSWER)).isEqualTo("protocol");
    }

    @Test
    void neverRetriesWhatTheGuardRefused() {
        Outcome outcome = Classification.of(new EgressRefused("private use"), Stage.RESOLVE, null);
        assertThat(outcome.label()).isEqualTo("blocked");
        assertThat(outcome.next(1, SCHEDULE)).isEqualTo(Next.finish(DeliveryStatus.BLOCKED));
    }

    @Test
    void endsWithTheSchedule() {
        Outcome failed = new Outcome.Refused(500);
        assertThat(failed.next(1, SCHEDULE)).isEqualTo(Next.retryAfter(Duration.ofSeconds(5)));
        assertThat(failed.next(2, SCHEDULE)).isEqualTo(Next.retryAfter(Duration.ofMinutes(5)));
        assertThat(failed.next(3, SCHEDULE)).isEqualTo(Next.finish(DeliveryStatus.EXHAUSTED));
        assertThat(new Outcome.Throttled(429, Duration.ofHours(1)).next(3, SCHEDULE).isFinal()).isTrue();
    }

    @Test
    void jitterStaysWithinItsShare() {
        assertThat(new RetrySchedule(SCHEDULE.delays(), 0.2, () -> 0).after(1).delay()).isEqualTo(Duration.ofSeconds(4));
        assertThat(new RetrySchedule(SCHEDULE.delays(), 0.2, () -> 1).after(1).delay()).isEqualTo(Duration.ofSeconds(6));
    }

    private static String reason(Throwable failure, Stage stage) {
        return Classification.of(failure, stage, null).reason();
    }
}
