package io.housemates.platform.inbox;

import java.time.Duration;

import org.apache.kafka.clients.consumer.Consumer;

/**
 * How long ago a consumer last asked Kafka for records, as its own metrics tell. It asks while Kafka is away and while a record
 * waits for the database, too.
 *
 * @param secondsAgo negative before the first time, null of a consumer that is closed
 */
record Pulse(Long secondsAgo) {

    static Pulse of(Consumer<?, ?> consumer) {
        return new Pulse(consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("last-poll-seconds-ago"))
                .map(metric -> ((Number) metric.getValue().metricValue()).longValue()).findFirst().orElse(null));
    }

    boolean isWithin(Duration limit) {
        return secondsAgo != null && secondsAgo <= limit.toSeconds();
    }
}
