package io.housemates.acceptance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;

/**
 * Receivers that mean harm, all at the same time, at a packaged dispatcher with little memory: every attempt ends in its time
 * and with its class, and whoever means no harm notices nothing.
 */
@AcceptanceTest
class HostileReceiversIT {

    /** What a busy machine may add to the deadline. */
    private static final int GRACE_MILLIS = 2_000;
    private static final long MOST_MEMORY_KB = 520_000;

    private static Dispatchers dispatchers;
    private static Certificates certificates;
    private static Partner partner;
    private static BookingNews news;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        certificates = new Certificates();
        dispatchers = Dispatchers.start(1, certificates.trust());
        partner = Partner.create();
        dispatchers.awaitKnown(partner);
        news = BookingNews.like(partner);
    }

    @AfterAll
    static void stop() {
        news.close();
        dispatchers.close();
    }

    @AfterEach
    void closeReceivers() throws Exception {
        for (AutoCloseable receiver : open) {
            receiver.close();
        }
    }

    @Test
    void endsEveryAttemptInTimeAndWithItsClassWhileOthersGetTheirs() throws IOException {
        RawServer trap = opened(RawServer.plain(Wire::keepSilent));
        var good = certificates.good();
        List<Hostile> receivers = Stream.of(HttpTricks.all(), HttpTricks.redirects(trap), TlsTricks.all(certificates, good),
                Http2Tricks.all(good)).flatMap(hostile -> hostile).map(this::opened).toList();
        Map<Hostile, String> subscriptions = new LinkedHashMap<>();
        receivers.forEach(hostile -> subscriptions.put(hostile,
                dispatchers.subscribe(partner, hostile.url(), "booking.created")));
        Partner another = Partner.create();
        dispatchers.awaitKnown(another);

        try (var healthy = new Flow(dispatchers, List.of(another), news)) {
            news.inClear(partner, Ids.ulid(), "booking.created");
            news.flush();
            healthy.tell(60);
            healthy.awaitEverything();
            System.out.printf("Healthy meanwhile: %d deliveries, %d retries%n", healthy.size(), healthy.retries());
        }

        Map<String, String> wrong = new LinkedHashMap<>();
        subscriptions.forEach((hostile, subscription) -> {
            JsonNode attempt = firstAttempt(hostile, subscription);
            String outcome = attempt.path("outcome").asText() + " " + attempt.path("reason").asText();
            System.out.println(hostile + ": " + outcome + " after " + attempt.path("latency_ms") + " ms");
            if (!hostile.reasons().contains(attempt.path("reason").asText())
                    || attempt.path("latency_ms").asLong() > Dispatchers.DEADLINE.toMillis() + GRACE_MILLIS) {
                wrong.put(hostile.name(), attempt + " instead of " + hostile.reasons());
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(trap.connections()).as("followed redirects").isZero();
        assertLittleMemory();
    }

    /** Closing what is idle is any server's right; only the new connection tells how the endpoint is. */
    @Test
    void takesAKeptConnectionThatIsClosedForNoFailureOfTheEndpoint() {
        RawServer once = opened(RawServer.plain(wire -> {
            wire.readRequest();
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").readRequest();
        }));
        String subscription = dispatchers.subscribe(partner, once.url(), "booking.created");
        for (int number = 1; number <= 3; number++) {
            int wanted = number;
            news.inClear(partner, Ids.ulid(), "booking.created");
            Patience.await("delivery " + wanted).until(() -> deliveries(subscription).size() == wanted
                    && deliveries(subscription).path(0).path("finished_at").isTextual());
        }
        assertThat(deliveries(subscription)).hasSize(3).allSatisfy(delivery -> {
            assertThat(delivery.path("status").asText()).isEqualTo("DELIVERED");
            assertThat(delivery.path("attempts")).hasSize(1);
        });
    }

    private JsonNode firstAttempt(Hostile hostile, String subscription) {
        String path = "/api/webhooks/" + subscription + "/deliveries";
        Patience.await("an attempt at " + hostile)
                .until(() -> !deliveries(subscription).path(0).path("attempts").isEmpty());
        String delivery = dispatchers.as(partner).get(path).expect(200).data().at("/items/0/id").asText();
        return dispatchers.as(partner).get("/api/webhook-deliveries/" + delivery).expect(200).data().at("/item/attempts/0");
    }

    private static JsonNode deliveries(String subscription) {
        return dispatchers.as(partner).get("/api/webhooks/" + subscription + "/deliveries").expect(200).data().path("items");
    }

    private <T extends AutoCloseable> T opened(T receiver) {
        open.add(receiver);
        return receiver;
    }

    /** Of the whole process, at its peak; where the system tells it. */
    private static void assertLittleMemory() throws IOException {
        var process = dispatchers.replica(0);
        assertThat(process.isAlive()).isTrue();
        assertThat(Files.readString(process.log())).doesNotContain("OutOfMemory", "OutOfDirectMemory");
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.exists(status)) {
            String peak = Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst()
                    .orElseThrow();
            System.out.println("Peak memory: " + peak);
            assertThat(Long.parseLong(peak.replaceAll("\\D", ""))).isLessThan(MOST_MEMORY_KB);
        }
    }
}
