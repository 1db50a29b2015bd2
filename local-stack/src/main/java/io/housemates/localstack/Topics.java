package io.housemates.localstack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics through which the services talk: partners are kept by key, events for seven days. */
final class Topics {

    private static final short ONE_COPY = 1;
    private static final Map<String, String> LATEST_PER_KEY = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    private static final Map<String, String> SEVEN_DAYS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(7).toMillis()));

    private Topics() {
    }

    static List<NewTopic> all() {
        return List.of(
                new NewTopic("partners", 3, ONE_COPY).configs(LATEST_PER_KEY),
                new NewTopic("personal-keys", 6, ONE_COPY).configs(LATEST_PER_KEY),
                new NewTopic("checkouts", 6, ONE_COPY).configs(SEVEN_DAYS),
                new NewTopic("bookings", 6, ONE_COPY).configs(SEVEN_DAYS));
    }

    static void createMissing(Admin admin) {
        try {
            var existing = admin.listTopics().names().get();
            admin.createTopics(all().stream().filter(topic -> !existing.contains(topic.name())).toList()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }
}
