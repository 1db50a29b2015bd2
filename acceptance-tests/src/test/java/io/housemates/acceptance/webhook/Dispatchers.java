package io.housemates.acceptance.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.housemates.acceptance.support.Api;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.SharedStack;
import io.housemates.acceptance.support.Topic;
import io.housemates.localstack.Service;
import io.housemates.localstack.ServiceProcess;

/**
 * Packaged dispatchers beside the stack's own: with a topic and a database of their own and little memory, so that tests can
 * fill and kill them as they like, and with attempts and leases that end within seconds.
 */
final class Dispatchers implements AutoCloseable {

    static final Duration DEADLINE = Duration.ofSeconds(3);
    static final Duration LEASE = Duration.ofSeconds(6);
    static final int MOST_IN_FLIGHT = 128;

    /** Where the dispatchers expect news of bookings. */
    static final String BOOKINGS = "bookings-apart";

    private static final String NAME = Database.DISPATCHER_APART.label();
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx160m", "-XX:MaxDirectMemorySize=96m",
            "-XX:+ExitOnOutOfMemoryError");

    private final List<ServiceProcess> replicas;

    private Dispatchers(List<ServiceProcess> replicas) {
        this.replicas = replicas;
    }

    /** @param jvm further options of each */
    static Dispatchers start(int count, String... jvm) {
        SharedStack.get().postgres().createDatabase(NAME);
        new Topic(BOOKINGS).create();
        List<String> options = Stream.concat(LITTLE_MEMORY.stream(), Stream.of(jvm)).toList();
        List<ServiceProcess> replicas = Stream
                .generate(() -> SharedStack.get().startReplica(Service.DISPATCHER, options, environment())).limit(count)
                .toList();
        replicas.forEach(ServiceProcess::awaitReady);
        return new Dispatchers(replicas);
    }

    ServiceProcess replica(int number) {
        return replicas.get(number);
    }

    Api as(Partner partner) {
        return partner.at(replica(0).url());
    }

    void awaitKnown(Partner partner) {
        replicas.forEach(replica -> Patience.await("partner known at " + replica.name())
                .until(() -> partner.at(replica.url()).get("/api/webhooks").status() == 200));
    }

    /** @return the subscription's id */
    String subscribe(Partner partner, String url, String... events) {
        var body = Json.object().put("url", url);
        List.of(events).forEach(body.putArray("events")::add);
        return as(partner).post("/api/webhooks", body).expect(201).data().path("id").asText();
    }

    void awaitReady() {
        replicas.forEach(replica -> Patience.await(replica.name() + " ready").until(replica::isReady));
    }

    @Override
    public void close() {
        replicas.parallelStream().forEach(ServiceProcess::stop);
        Topic.forgetReaders(NAME);
    }

    private static Map<String, String> environment() {
        var variables = new HashMap<>(Map.of(
                "DATABASE_NAME", NAME,
                "MP_MESSAGING_INCOMING_BOOKINGS_TOPIC", BOOKINGS,
                "DISPATCHER_DELIVERY_DEADLINE", DEADLINE.toSeconds() + "s",
                "DISPATCHER_DELIVERY_LEASE", LEASE.toSeconds() + "s",
                "DISPATCHER_DELIVERY_MAX_IN_FLIGHT", Integer.toString(MOST_IN_FLIGHT),
                "DISPATCHER_DELIVERY_SCHEDULE", "0s,1s,2s,4s,8s,16s",
                "DISPATCHER_DELIVERY_BREAKER_PAUSE", "1s",
                "DISPATCHER_SUBSCRIPTIONS_MOST_PER_PARTNER", "200"));
        for (String channel : List.of("BOOKINGS", "CHECKOUTS", "PARTNERS", "PERSONAL_KEYS")) {
            variables.put("MP_MESSAGING_INCOMING_" + channel + "_GROUP_ID", NAME);
        }
        return variables;
    }
}
