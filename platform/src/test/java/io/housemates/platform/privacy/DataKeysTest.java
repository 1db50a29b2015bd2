package io.housemates.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.support.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class DataKeysTest {

    private static final String TOPIC = "personal-keys";
    private static final byte[] CLEAR = "Jane".getBytes(UTF_8);

    @Inject
    Transactions transactions;
    @Inject
    DataKeys keys;
    @Inject
    DataKeysInbox inbox;
    @Inject
    Outbox outbox;
    @Inject
    Pool pool;
    @Inject
    Clock clock;
    @Inject
    KeyEncryptionKey master;

    private final String id = "key-" + UUID.randomUUID();

    @Test
    void readsEverythingWithTheNewKeyAloneOnceItIsRewrapped() {
        var old = new KeyEncryptionKey(Keysets.aead(1));
        var both = new KeyEncryptionKey(Keysets.aead(1, 2));
        var alone = new KeyEncryptionKey(Keysets.aead(2));
        result(pool.query("DELETE FROM data_key").execute());
        Sealed sealed = Sealed.of(CLEAR, transactions.run(() -> with(old).obtain(id)));
        transactions.run(() -> local(old).obtain(List.of(id + ".local")));
        transactions.run(() -> local(old).destroy(id + ".erased"));
        assertThatThrownBy(() -> open(alone, sealed)).isInstanceOf(UnusableKeyException.class);

        var rewrapped = rewrap(both);

        assertThat(rewrapped).isEqualTo(new Rewrapping.Result(2, 0, 0));
        assertThat(open(alone, sealed)).isEqualTo(CLEAR);
    }

    @Test
    void wrapsTheOthersAnewWhereAKeyIsUnusable() {
        var old = new KeyEncryptionKey(Keysets.aead(1));
        result(pool.query("DELETE FROM data_key").execute());
        transactions.run(() -> local(old).obtain(List.of(id + ".1", id + ".2", id + ".3")));
        result(pool.preparedQuery("UPDATE data_key SET wrapped = '\\x00' WHERE id = $1").execute(Tuple.of(id + ".2")));

        assertThat(rewrap(new KeyEncryptionKey(Keysets.aead(1, 2)))).isEqualTo(new Rewrapping.Result(2, 1, 0));
        KeyRing ring = result(with(new KeyEncryptionKey(Keysets.aead(2))).find(List.of(id + ".1", id + ".2", id + ".3")));
        assertThat(ring.keys()).containsOnlyKeys(id + ".1", id + ".3");
        assertThat(rewrap(new KeyEncryptionKey(Keysets.aead(1, 2)))).isEqualTo(new Rewrapping.Result(0, 1, 0));
    }

    @Test
    void anEmptyDatabaseLearnsFromWhatCompactionLeaves() {
        String erased = id + ".erased";
        Sealed sealed = Sealed.of(CLEAR, transactions.run(() -> keys.obtain(id)));
        destroyLater(erased);
        var wrappedOnce = told(erased).get(0);
        forgetEverything(id, erased);

        handle(told(id).get(0));
        handle(told(erased).get(1));

        assertThat(find(id).open(sealed)).isEqualTo(CLEAR);
        handle(wrappedOnce);
        assertThat(find(erased).erased()).as("not raised from the dead").containsExactly(erased);
    }

    @Test
    void hasTheLastWordOnAKeyThatWasMadeHere() {
        transactions.run(() -> keys.obtain(id));
        await().untilAsserted(() -> assertThat(told(id)).hasSize(1));

        Kafka.send(TOPIC, id, "data_key.destroyed", null);

        await().untilAsserted(() -> assertThat(told(id)).hasSize(3));
        assertThat(told(id)).extracting(ConsumerRecord::value).satisfies(values -> assertThat(values.subList(1, 3))
                .allMatch(Objects::isNull));
        assertThat(find(id).erased()).containsExactly(id);
    }

    /** A replayed dead letter comes as often as somebody replays it. */
    @Test
    void hasTheLastWordHoweverOftenADestroyedKeyIsToldAgain() {
        destroyLater(id);
        var wrapped = told(id).get(0);

        for (int replayed = 1; replayed <= 2; replayed++) {
            int told = 2 + 2 * replayed;
            Kafka.send(new ProducerRecord<>(TOPIC, null, id, wrapped.value(), wrapped.headers()));
            await().untilAsserted(() -> assertThat(told(id)).hasSize(told).last().extracting(ConsumerRecord::value).isNull());
        }
    }

    @Test
    void takesKeysByTheBatchAndWhatElseComesWithThemOneByOne() {
        List<String> ids = IntStream.range(0, 50).mapToObj(n -> id + "." + n).toList();
        List<String> events = ids.stream().map(this::tell).toList();
        Kafka.send(TOPIC, id, "data_key.wrapped", "no JSON".getBytes(UTF_8));
        tell(id + ".erased");
        Kafka.send(TOPIC, id + ".erased", "data_key.destroyed", null);
        tell(id + ".erased");
        Kafka.awaitHandled("platform-test", TOPIC);

        KeyRing ring = result(keys.find(ids));
        assertThat(ring.keys()).containsOnlyKeys(ids);
        assertThat(find(id + ".erased").erased()).containsExactly(id + ".erased");
        assertThat(Kafka.awaitRecordsOf(TOPIC + ".dead-letter.platform-test", id)).hasSize(1);
        assertThat(result(pool.preparedQuery("SELECT 1 FROM inbox WHERE event_id = ANY($1)")
                .execute(Tuple.tuple().addArrayOfString(events.toArray(String[]::new)))).size()).as("noted").isZero();
    }

    /** As the service tells that made the key. */
    private String tell(String keyId) {
        byte[] wrapped = master.wrap(DataKey.random(keyId));
        return Kafka.send(TOPIC, keyId, "data_key.wrapped", ("{\"keyId\":\"" + keyId + "\",\"wrapped\":\""
                + Base64.getEncoder().encodeToString(wrapped) + "\"}").getBytes(UTF_8));
    }

    @Test
    @Timeout(20)
    void makesNoOtherKeyWhereItCannotUseTheOneThereIs() {
        transactions.run(() -> with(new KeyEncryptionKey(Keysets.aead(1))).obtain(id));
        var other = new KeyEncryptionKey(Keysets.aead(2));

        assertThatThrownBy(() -> transactions.run(() -> with(other).obtain(id))).hasCauseInstanceOf(UnusableKeyException.class);
        assertThat(result(local(other).obtain(List.of(id))).unusable()).containsExactly(id);
    }

    /** Some time after it was made. */
    private void destroyLater(String keyId) {
        transactions.run(() -> keys.obtain(keyId));
        Kafka.awaitRecordsOf(TOPIC, keyId);
        Kafka.awaitHandled("platform-test", TOPIC);
        transactions.run(() -> keys.destroy(keyId));
        await().untilAsserted(() -> assertThat(told(keyId)).hasSize(2));
    }

    private Rewrapping.Result rewrap(KeyEncryptionKey master) {
        return transactions.run(() -> new Rewrapping(master, new DataKeysOutbox(outbox, secretive()), outbox).run());
    }

    /** The same keys under another key-encryption key, told to nobody. */
    private DataKeys with(KeyEncryptionKey master) {
        return new DataKeys(pool, master, new DataKeysOutbox(outbox, secretive()), outbox, clock);
    }

    private LocalKeys local(KeyEncryptionKey master) {
        return new LocalKeys(pool, with(master), master, clock);
    }

    private static PersonalDataConfig secretive() {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(PersonalDataConfig.class).build()
                .getConfigMapping(PersonalDataConfig.class);
    }

    private byte[] open(KeyEncryptionKey master, Sealed sealed) {
        return result(with(master).find(List.of(sealed.keyId()))).open(sealed);
    }

    private KeyRing find(String keyId) {
        return result(keys.find(List.of(keyId)));
    }

    /** As a service begins whose database is new. */
    private void forgetEverything(String... keyIds) {
        Kafka.awaitHandled("platform-test", TOPIC);
        for (String keyId : keyIds) {
            result(pool.preparedQuery("DELETE FROM data_key WHERE id = $1").execute(Tuple.of(keyId)));
            told(keyId).forEach(record -> result(pool.preparedQuery("DELETE FROM inbox WHERE event_id = $1")
                    .execute(Tuple.of(new String(record.headers().lastHeader("ce_id").value(), UTF_8)))));
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        transactions.run(() -> inbox.receive(record));
    }

    private static List<ConsumerRecord<String, byte[]>> told(String keyId) {
        return Kafka.recordsOf(TOPIC, keyId);
    }

    private static <T> T result(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
