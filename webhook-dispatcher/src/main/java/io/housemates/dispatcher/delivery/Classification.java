package io.housemates.dispatcher.delivery;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.net.ssl.SSLException;

import io.housemates.dispatcher.egress.EgressRefused;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;

/** The one table that turns an answer or a failure into an outcome. */
final class Classification {

    private static final Duration LONGEST_THROTTLE = Duration.ofHours(24);

    private Classification() {
    }

    static Outcome of(WireResponse response, Instant now) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(status);
        }
        if (status < 100 || status > 599) {
            return new Outcome.Broken(Breakage.PROTOCOL, status);
        }
        if (status == 410) {
            return new Outcome.Gone(status);
        }
        if (status == 429 || status == 503) {
            Optional<Duration> wait = RetryAfter.parse(response.retryAfter(), now);
            if (wait.isPresent()) {
                return new Outcome.Throttled(status, shorter(wait.get(), LONGEST_THROTTLE));
            }
        }
        return new Outcome.Refused(status);
    }

    /** @param stage how far the attempt had come when it broke */
    static Outcome of(Throwable failure, Stage stage, Integer statusCode) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EgressRefused refused) {
                return new Outcome.Blocked(refused.getMessage());
            }
            Optional<Breakage> breakage = breakage(cause, stage);
            if (breakage.isPresent()) {
                return new Outcome.Broken(breakage.get(), statusCode);
            }
        }
        return new Outcome.Broken(stage.usualBreakage(), statusCode);
    }

    private static Optional<Breakage> breakage(Throwable cause, Stage stage) {
        if (cause instanceof DeadlinePassed) {
            return Optional.of(Breakage.TIMEOUT);
        }
        if (cause instanceof ResponseTooLarge || cause instanceof TooLongFrameException) {
            return Optional.of(Breakage.OVERSIZED);
        }
        if (cause instanceof UnknownHostException) {
            return Optional.of(Breakage.DNS);
        }
        if (cause instanceof SSLException) {
            return Optional.of(Breakage.TLS);
        }
        if (cause instanceof HttpClosedException || cause instanceof StreamResetException) {
            return Optional.of(stage == Stage.CONNECT ? Breakage.CONNECT : Breakage.RESET);
        }
        if (cause instanceof SocketException || cause instanceof IOException) {
            return Optional.of(stage == Stage.CONNECT ? Breakage.CONNECT : Breakage.RESET);
        }
        return cause instanceof DecoderException || cause instanceof IllegalArgumentException
                ? Optional.of(Breakage.PROTOCOL)
                : Optional.empty();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
