package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.InfrastructureResource;

/** The database, or Kafka, goes away in full flow and comes back: nothing is lost. */
@DispatcherTest
class OutageTest {

    @Inject
    Claimer claimer;

    @Inject
    Results results;

    @Inject
    Lanes lanes;

    @Test
    void deliversEverythingAfterTheDatabaseWasRestartedInFullFlow() throws Exception {
        flow(() -> {
            InfrastructureResource.stopPostgres();
            await().atMost(Duration.ofSeconds(45)).until(() -> readiness() == Status.DOWN);
            return InfrastructureResource::startPostgres;
        });
        assertThat(readiness()).isEqualTo(Status.UP);
    }

    private Status readiness() {
        return new ProgressCheck(claimer, results, lanes).call().getStatus();
    }

    @Test
    void deliversEverythingAfterKafkaWasRestartedInFullFlow() throws Exception {
        flow(() -> {
            InfrastructureResource.stopKafka();
            return InfrastructureResource::startKafka;
        });
    }

    /** @param outage begins it, and returns what ends it */
    private static void flow(Supplier<Runnable> outage) throws Exception {
        TestPartner partner = TestPartner.introduced();
        List<String> sent = new CopyOnWriteArrayList<>();
        AtomicBoolean flowing = new AtomicBoolean(true);
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            Thread sender = new Thread(() -> {
                while (flowing.get()) {
                    sent.add(Booking.of(partner).create());
                }
            });
            sender.start();
            await().until(() -> receiver.received().size() > 50);

            outage.get().run();
            int after = sent.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> sent.size() > after + 50);
            flowing.set(false);
            sender.join();

            await().atMost(Duration.ofSeconds(60)).until(() -> receiver.ids().containsAll(sent));
            long duplicates = receiver.ids().size() - receiver.ids().stream().distinct().count();
            System.out.printf("outage: %d events, %d duplicates%n", sent.size(), duplicates);
            assertThat(duplicates).isLessThanOrEqualTo(256);
            receiver.received().forEach(received -> received.verifiedWith(subscribed.secret()));
        }
    }
}
