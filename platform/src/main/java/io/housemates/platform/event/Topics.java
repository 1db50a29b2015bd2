package io.housemates.platform.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Creates the topics a service owns, with the retention they need, as soon as Kafka can be reached. */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final long PAUSE_MILLIS = 2_000;

    /** The topics this service owns. */
    @ConfigMapping(prefix = "housemates.topics")
    interface Owned {

        /** Partitions of a new topic; bounds how many replicas of a consumer can share it. */
        @WithDefault("6")
        int partitions();

        /**
         * Topic settings by topic name, several with a comma between, for example
         * {@code housemates.topics.owned."checkouts"=retention.ms=604800000}.
         */
        Map<String, String> owned();
    }

    private final Owned topics;
    private final Map<String, Object> broker;
    private final Thread thread = new Thread(this::createAll, "topics");

    Topics(Owned topics, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.topics = topics;
        this.broker = broker;
    }

    void start(@Observes StartupEvent event) {
        if (!topics.owned().isEmpty()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void createAll() {
        try (Admin admin = Admin.create(broker)) {
            for (var topic : topics.owned().entrySet()) {
                while (!created(admin, newTopic(topic.getKey(), topic.getValue()))) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean created(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(Set.of(topic)).all().get();
            LOG.infof("Topic created topic=%s", topic.name());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            LOG.warnf("Topic not created yet topic=%s reason=\"%s\"", topic.name(), e.getCause().getMessage());
            return false;
        }
    }

    private NewTopic newTopic(String name, String settings) {
        Map<String, String> configs = Stream.of(settings.split(",")).map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        return new NewTopic(name, Optional.of(topics.partitions()), Optional.empty())
                .configs(configs);
    }
}
