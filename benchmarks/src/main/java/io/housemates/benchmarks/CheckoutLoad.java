package io.housemates.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.localstack.StackDescription;
import io.housemates.localstack.journey.Api;
import io.housemates.localstack.partner.ReceivedWebhook;

/** Students who check out one after the other, as many at once as told: Start, pay, Complete, until the webhook arrives. */
final class CheckoutLoad {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STUDENTS = 8;

    private final Options options;
    private final Queue<Long> starts = new ConcurrentLinkedQueue<>();
    private final Queue<Long> completes = new ConcurrentLinkedQueue<>();
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final Map<String, Instant> completing = new ConcurrentHashMap<>();

    CheckoutLoad(Options options) {
        this.options = options;
    }

    void run() {
        try (Subject subject = Subject.start(options.root())) {
            StackDescription stack = subject.stack().description();
            widen(stack);
            Api checkout = Api.partner(stack.checkout(), stack.partnerId(), stack.accessToken());
            Table table = Table.with(System.out, "", "per second", "p50 ms", "p99 ms", "slowest ms");
            for (String phase : List.of("warm-up", "measured")) {
                starts.clear();
                double startSeconds = together(options.seconds(), () -> start(stack, checkout));
                row(table, phase + ": Start alone", starts, startSeconds);
                starts.clear();
                completes.clear();
                begun.clear();
                completing.clear();
                double seconds = together(options.seconds(), () -> book(stack, checkout));
                Waiting.until("webhooks", Duration.ofMinutes(1),
                        () -> arrivals(subject).keySet().containsAll(completing.keySet()));
                row(table, phase + ": Start", starts, seconds);
                row(table, phase + ": Complete", completes, seconds);
                Map<String, Instant> arrived = arrivals(subject);
                row(table, phase + ": Complete → webhook", ages(completing, arrived), seconds);
                row(table, phase + ": Start → webhook", ages(begun, arrived), seconds);
            }
        }
    }

    private static Queue<Long> ages(Map<String, Instant> from, Map<String, Instant> to) {
        return from.entrySet().stream().map(one -> Duration.between(one.getValue(), to.get(one.getKey())).toNanos())
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }

    private static Map<String, Instant> arrivals(Subject subject) {
        return subject.stack().partner().received().stream().filter(webhook -> webhook.bookingId() != null)
                .collect(Collectors.toMap(ReceivedWebhook::bookingId, webhook -> Instant.parse(webhook.receivedAt()),
                        (first, again) -> first));
    }

    /** @return how many seconds it took */
    private static double together(int seconds, Runnable once) {
        long started = System.nanoTime();
        long end = started + seconds * 1_000_000_000L;
        List<Thread> students = IntStream.range(0, STUDENTS).mapToObj(n -> new Thread(() -> {
            while (System.nanoTime() < end) {
                once.run();
            }
        })).toList();
        students.forEach(Thread::start);
        for (Thread student : students) {
            try {
                student.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private JsonNode start(StackDescription stack, Api checkout) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("booking_period_id", stack.bookingPeriodId())
                .put("operator_id", stack.operatorId());
        return timed(starts, () -> checkout.post("/api/rooms/" + stack.roomId() + "/checkout/start", body).expect(201).data());
    }

    private void book(StackDescription stack, Api checkout) {
        Instant begin = Instant.now();
        JsonNode session = start(stack, checkout);
        String secret = session.at("/stripe/client_secret").asText();
        Api.bearer(stack.stripeApi(), session.at("/stripe/public_key").asText())
                .postForm("/v1/payment_intents/" + secret.split("_secret_")[0] + "/confirm",
                        Map.of("client_secret", secret, "payment_method", "pm_card_visa"))
                .expect(200);
        ObjectNode details = resource("/complete-request.json").put("session_token", session.path("session_token").asText());
        Instant complete = Instant.now();
        String booking = timed(completes,
                () -> checkout.post("/api/rooms/" + stack.roomId() + "/checkout", details).expect(201).text("/booking_id"));
        begun.put(booking, begin);
        completing.put(booking, complete);
    }

    private static <T> T timed(Queue<Long> times, java.util.function.Supplier<T> call) {
        long started = System.nanoTime();
        T answer = call.get();
        times.add(System.nanoTime() - started);
        return answer;
    }

    /** The sample catalogue, with more units than can be sold meanwhile. */
    private static void widen(StackDescription stack) {
        ObjectNode catalogue = resource("/catalogue.json");
        ((ObjectNode) catalogue.at("/rooms/0/booking_periods/0")).put("maximum_bookings", 1_000_000);
        Api.bearer(stack.checkout(), stack.adminToken()).put("/admin/catalogue", catalogue).expect(200);
    }

    private static ObjectNode resource(String name) {
        try (var in = CheckoutLoad.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Table table, String name, Queue<Long> nanos, double seconds) {
        long[] sorted = nanos.stream().mapToLong(one -> one).sorted().toArray();
        table.row(name, "%.1f".formatted(sorted.length / seconds), millis(sorted, 0.5), millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static String millis(long[] sorted, double quantile) {
        return sorted.length == 0 ? "–" : "%.0f".formatted(sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6);
    }
}
