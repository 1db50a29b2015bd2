package io.housemates.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.booking.support.Admin;
import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.InfrastructureResource;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;

/** What is missing for a while is made up for afterwards. */
@QuarkusTest
class OutagesTest {

    @Inject
    Outbox outbox;

    @Inject
    Vertx vertx;

    @Test
    void booksAndAnnouncesOnceTheDatabaseIsBack() {
        var partner = TestPartner.introduced();
        var checkout = Checkout.of(partner);
        InfrastructureResource.stopPostgres();
        try {
            checkout.complete();
            partner.request().get("/api/bookings").then().statusCode(503)
                    .header("Retry-After", Integer::parseInt, greaterThan(0))
                    .body("message", equalTo("api.service_unavailable"));
            Admin.request().get("/admin/bookings/export").then().statusCode(503)
                    .header("Retry-After", Integer::parseInt, greaterThan(0));
        } finally {
            InfrastructureResource.startPostgres();
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> partner.request().get("/api/bookings/" + checkout.bookingId()).statusCode() == 200);
        assertThat(Kafka.awaitRecordsOf("bookings", checkout.bookingId())).hasSize(1);
    }

    @Test
    void announcesOnceKafkaIsBack() {
        var partner = TestPartner.introduced();
        String key = UUID.randomUUID().toString();
        InfrastructureResource.stopKafka();
        try {
            append(key);
            partner.request().get("/api/bookings").then().statusCode(200);
        } finally {
            InfrastructureResource.startKafka();
        }

        assertThat(Kafka.awaitRecordsOf("bookings", key)).hasSize(1);
        assertThat(Kafka.awaitRecordsOf("bookings", key).get(0).value()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
        var checkout = Checkout.of(partner).complete();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> partner.request().get("/api/bookings/" + checkout.bookingId()).statusCode() == 200);
    }

    private void append(String key) {
        var done = new java.util.concurrent.CompletableFuture<Void>();
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> outbox
                .transaction(() -> outbox.append("bookings", key, "test.appended", java.util.Map.of("a", 1)))
                .subscribe().with(done::complete, done::completeExceptionally));
        done.join();
    }
}
