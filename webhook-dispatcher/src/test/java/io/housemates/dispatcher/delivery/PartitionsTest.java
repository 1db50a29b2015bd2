package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.retention.Due;

@DispatcherTest
class PartitionsTest {

    @Inject
    Database database;

    @Inject
    Partitions partitions;

    @Test
    void keepsAWeekReadyAndDropsWholeDaysThatNobodyMaySeeAnyMore() {
        for (String parent : new String[] { "attempt", "delivery_finished", "event" }) {
            for (int age : new int[] { 29, 34, 60 }) {
                database.run("DO $$ DECLARE day date := (now() AT TIME ZONE 'UTC')::date - " + age + "; BEGIN EXECUTE format("
                        + "'CREATE TABLE %I PARTITION OF " + parent + " FOR VALUES FROM (%L) TO (%L)', '" + parent
                        + "' || to_char(day, '_YYYYMMDD'), day || ' 00:00:00+00', day + 1 || ' 00:00:00+00'); END $$");
            }
        }
        database.run("DROP TABLE "
                + database.value("SELECT 'attempt' || to_char((now() AT TIME ZONE 'UTC')::date + 7, '_YYYYMMDD')"));

        Due due = partitions.due(partitions.dueBefore(Instant.now())).await().atMost(Duration.ofSeconds(20));
        assertThat(due.count()).as("34 and 60 days old, events 60").isEqualTo(5);
        assertThat(due.oldest()).isBefore(Instant.now().minus(Duration.ofDays(59)));

        partitions.maintain().await().atMost(Duration.ofSeconds(20));

        assertThat(ages("attempt")).contains("-7", "0", "29").doesNotContain("34", "60");
        assertThat(ages("delivery_finished")).contains("-7", "0", "29").doesNotContain("34", "60");
        assertThat(ages("event")).contains("-7", "0", "29", "34").doesNotContain("60");
    }

    @Test
    void anEventThatIsFasterThanItsPartitionWaitsForIt() {
        try (var receiver = Receiver.answering(200)) {
            TestPartner partner = TestPartner.introduced();
            Subscribed.to(receiver, partner, "booking.created");
            database.run("DROP TABLE " + database.value("SELECT 'event' || to_char(now() AT TIME ZONE 'UTC', '_YYYYMMDD')"));
            var booking = Booking.of(partner);

            String event = booking.create();
            await().during(Duration.ofMillis(300)).until(() -> receiver.received().isEmpty());
            partitions.maintain().await().atMost(Duration.ofSeconds(20));

            await().until(() -> receiver.ids().contains(event));
            assertThat(Kafka.recordsOf("bookings.dead-letter.webhook-dispatcher", booking.id())).isEmpty();
        }
    }

    private List<String> ages(String parent) {
        return database.column("SELECT (now() AT TIME ZONE 'UTC')::date - to_date(right(c.relname, 8), 'YYYYMMDD') "
                + "FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = '" + parent + "'::regclass");
    }
}
