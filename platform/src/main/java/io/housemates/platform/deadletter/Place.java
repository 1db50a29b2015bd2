package io.housemates.platform.deadletter;

import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.kafka.common.TopicPartition;

/** Where a record lies on Kafka; its text is the id under which the admin asks for it. */
record Place(String topic, int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("([\\w.-]+):(\\d{1,6}):(\\d{1,18})");

    static Optional<Place> parse(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new Place(match.group(1), Integer.parseInt(match.group(2)), Long.parseLong(match.group(3))))
                : Optional.empty();
    }

    String text() {
        return topic + ":" + partition + ":" + offset;
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }
}
