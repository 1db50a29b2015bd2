package io.housemates.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.DeadLetters;
import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.privacy.ArrivingKeys;
import io.housemates.platform.privacy.UnknownKeyException;
import io.housemates.platform.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** More than for other faults, and with the pauses between them longer than patience. */
    private static final int MANY_TRIES = 30;

    @Inject
    Transactions transactions;
    @Inject
    Outbox outbox;
    @Inject
    DeadLetters deadLetters;
    @Inject
    ArrivingKeys keys;
    @Inject
    Clock clock;

    final String key = UUID.randomUUID().toString();
    final AtomicInteger tries = new AtomicInteger();

    Inbox inbox;

    @BeforeEach
    void beLessPatient() {
        inbox = inboxOf("platform-test");
    }

    @Test
    void waitsForAKeyAsLongAsOthersArriveThatLayBeforeIt() {
        Kafka.send("personal-keys", key, "data_key.other", "{}".getBytes(UTF_8));
        inbox = inboxOf("has-read-nothing");

        var handled = receive(event -> tries.incrementAndGet() < MANY_TRIES
                ? Uni.createFrom().failure(new UnknownKeyException("late"))
                : Uni.createFrom().voidItem());

        whileKeysArrive(handled);
        assertThat(tries).hasValue(MANY_TRIES);
        assertThat(Kafka.recordsOf("partners.dead-letter.platform-test", key)).isEmpty();
    }

    @Test
    void putsAsideWhatNoKeyComesFor() {
        receive(event -> Uni.createFrom().failure(new UnknownKeyException("nobody's"))).join();

        assertThat(reason()).isEqualTo("UnknownKeyException");
    }

    @Test
    void putsAsideWhatNoKeyComesForHoweverManyOthersAreMade() {
        Kafka.awaitHandled("platform-test", "personal-keys");

        whileKeysArrive(receive(event -> Uni.createFrom().failure(new UnknownKeyException("nobody's"))));

        assertThat(reason()).isEqualTo("UnknownKeyException");
    }

    @Test
    void putsAsideAtOnceWhatNeverWorks() {
        receive(event -> {
            tries.incrementAndGet();
            throw new ArithmeticException("too much");
        }).join();

        assertThat(tries).hasValue(1);
        assertThat(reason()).isEqualTo("ArithmeticException");
    }

    private Inbox inboxOf(String group) {
        return new Inbox(outbox, deadLetters, keys.waitedFor(PATIENCE, group), clock);
    }

    private void whileKeysArrive(CompletableFuture<Void> handled) {
        await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(20)).until(() -> {
            keys.arrive(UUID.randomUUID().toString());
            return handled.isDone();
        });
    }

    private CompletableFuture<Void> receive(Function<CloudEvent, Uni<Void>> handler) {
        var record = new ConsumerRecord<>("partners", 0, 0, key, "{}".getBytes(UTF_8));
        Kafka.record("partners", key, "evt_" + key, "test.happened", null).headers().forEach(record.headers()::add);
        return transactions.begin(() -> inbox.receive(record, handler));
    }

    private String reason() {
        var buried = Kafka.awaitRecordsOf("partners.dead-letter.platform-test", key).get(0);
        return new String(buried.headers().lastHeader(DeadLetters.REASON).value(), UTF_8);
    }
}
