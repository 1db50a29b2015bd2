package io.housemates.platform.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

import io.housemates.localstack.testing.KafkaRecords;

/** What has arrived on the topic that these tests write to. */
public final class Happenings {

    private Happenings() {
    }

    /** Waits until so many arrived under that key and tells them in order. */
    public static List<String> await(String key, int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> of(key),
                found -> found.size() >= count);
    }

    public static List<String> of(String key) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return KafkaRecords.of(servers, "happenings", key).stream().map(record -> new String(record.value(), UTF_8)).toList();
    }
}
