package io.housemates.dispatcher.delivery;

import java.time.Duration;

/**
 * What one attempt came to, and what follows from it; what a kind does not say of itself holds for an answer that is no
 * success.
 *
 * <p>
 * {@link Classification} is the only place that decides which outcome an answer or a failure is.
 */
public sealed interface Outcome {

    /** The HTTP status, or null when no answer came. */
    Integer statusCode();

    /** The class as it is stored, shown and counted: delivered, failed, throttled, gone or blocked. */
    default String label() {
        return "failed";
    }

    /** Why, in one stable word such as {@code http_500}, {@code timeout} or {@code forbidden_address}. */
    default String reason() {
        return "http_" + statusCode();
    }

    /** The same with status codes by their class: a receiver chooses the code, and whoever counts keeps each for ever. */
    default String kind() {
        return reason().startsWith("http_") ? "http_" + statusCode() / 100 + "xx" : reason();
    }

    /** @param attempt how many attempts were made, this one included */
    default Next next(int attempt, RetrySchedule schedule) {
        return schedule.after(attempt);
    }

    /** What this says about the endpoint, for its concurrency limit and its circuit breaker. */
    default EndpointSign sign() {
        return EndpointSign.REFUSING;
    }

    /** Any 2xx: the receiver has it. */
    record Delivered(Integer statusCode) implements Outcome {
        @Override
        public String label() {
            return "delivered";
        }

        @Override
        public Next next(int attempt, RetrySchedule schedule) {
            return Next.finish(DeliveryStatus.DELIVERED);
        }

        @Override
        public EndpointSign sign() {
            return EndpointSign.HEALTHY;
        }
    }

    /** An answer that is no success: 3xx (never followed), 4xx, 5xx. */
    record Refused(Integer statusCode) implements Outcome {
        @Override
        public String reason() {
            return statusCode >= 300 && statusCode < 400 ? "redirect" : "http_" + statusCode;
        }

        @Override
        public EndpointSign sign() {
            return statusCode == 429 || statusCode == 503 ? EndpointSign.OVERLOADED
                    : statusCode >= 500 ? EndpointSign.FAILING : EndpointSign.REFUSING;
        }
    }

    /** 429 or 503 with Retry-After: the whole endpoint waits at least that long. */
    record Throttled(Integer statusCode, Duration retryAfter) implements Outcome {
        @Override
        public String label() {
            return "throttled";
        }

        @Override
        public Next next(int attempt, RetrySchedule schedule) {
            return schedule.after(attempt).notBefore(retryAfter);
        }

        @Override
        public EndpointSign sign() {
            return EndpointSign.OVERLOADED;
        }
    }

    /** 410: the receiver wants nothing more; the subscription is disabled. */
    record Gone(Integer statusCode) implements Outcome {
        @Override
        public String label() {
            return "gone";
        }

        @Override
        public Next next(int attempt, RetrySchedule schedule) {
            return Next.finish(DeliveryStatus.GONE);
        }
    }

    /** No usable answer: DNS, connect, TLS, time-out, reset, oversized. The status is known when it broke in the body. */
    record Broken(Breakage breakage, Integer statusCode) implements Outcome {
        @Override
        public String reason() {
            return breakage.label();
        }

        @Override
        public EndpointSign sign() {
            return breakage == Breakage.TIMEOUT ? EndpointSign.OVERLOADED : EndpointSign.FAILING;
        }
    }

    /** The egress guard refused the address; trying again would be refused again. */
    record Blocked(String why) implements Outcome {
        @Override
        public Integer statusCode() {
            return null;
        }

        @Override
        public String label() {
            return "blocked";
        }

        @Override
        public String reason() {
            return "forbidden_address";
        }

        @Override
        public Next next(int attempt, RetrySchedule schedule) {
            return Next.finish(DeliveryStatus.BLOCKED);
        }
    }
}
