package io.housemates.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import io.housemates.platform.api.InvalidFieldsException;

/** Where the next part of the dead letters begins, one place in each partition that has more, as one text. */
final class Cursor {

    private Cursor() {
    }

    /** Null when there is no next part. */
    static String text(Map<TopicPartition, Long> places) {
        return places.isEmpty() ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(places.entrySet().stream()
                        .map(place -> new Place(place.getKey().topic(), place.getKey().partition(), place.getValue()).text())
                        .sorted().collect(joining(",")).getBytes(UTF_8));
    }

    /** @throws InvalidFieldsException when it is none that was given out */
    static Map<TopicPartition, Long> parse(String text) {
        try {
            Map<TopicPartition, Long> places = new HashMap<>();
            Arrays.stream(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(","))
                    .map(place -> Place.parse(place).orElseThrow(IllegalArgumentException::new))
                    .forEach(place -> places.put(place.topicPartition(), place.offset()));
            return places;
        } catch (IllegalArgumentException e) {
            throw InvalidFieldsException.of("cursor", "Must be the next_cursor of an answer.");
        }
    }
}
