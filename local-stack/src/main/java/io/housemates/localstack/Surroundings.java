package io.housemates.localstack;

import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.slf4j.LoggerFactory;

import io.housemates.localstack.partner.DemoPartner;
import io.housemates.localstack.stripe.StripeSimulator;
import io.housemates.localstack.stripe.StripeSimulatorOptions;

/**
 * What the services find in production and a laptop has not: databases, Kafka, Stripe, a partner.
 *
 * @param simulator null when Stripe itself is used
 */
record Surroundings(EmbeddedPostgres postgres, EmbeddedKafka kafka, StripeAccount stripe, StripeSimulator simulator,
        DemoPartner partner) implements AutoCloseable {

    private static final StripeSimulatorOptions SIMULATOR = StripeSimulatorOptions.defaults();

    /** Starts all of it at the same time. */
    static Surroundings start(Workspace workspace, StackPorts ports, StackOptions options, StackState state) {
        // Now, and not by the first of several threads: SLF4J complains about loggers asked for while it starts.
        LoggerFactory.getILoggerFactory();
        var kafka = inBackground(() -> EmbeddedKafka.launchIn(workspace.kafka(), ports.kafka()).createTopics());
        var partner = inBackground(() -> DemoPartner.start(ports.partner()));
        var simulator = inBackground(() -> options.stripe().isPresent() ? null : simulator(workspace, ports, state));
        try {
            var postgres = EmbeddedPostgres.launchIn(workspace.postgres(), workspace.log("postgres"), ports.postgres(),
                    databases());
            var stripe = options.stripe().orElseGet(() -> account(simulator.join(), state));
            return new Surroundings(postgres, kafka.join(), stripe, simulator.join(), partner.join());
        } catch (CompletionException e) {
            throw new StackException(e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        partner.close();
        if (simulator != null) {
            simulator.close();
        }
        kafka.close();
        postgres.close();
    }

    private static StripeSimulator simulator(Workspace workspace, StackPorts ports, StackState state) {
        var checkout = URI.create("http://localhost:" + Service.CHECKOUT.port(ports.offset()) + "/stripe/webhooks");
        return StripeSimulator.start(SIMULATOR
                .withPort(ports.stripe())
                .withWebhooks(checkout, state.stripeWebhookSecret())
                .withStateFile(workspace.stripe()));
    }

    private static StripeAccount account(StripeSimulator simulator, StackState state) {
        return new StripeAccount(simulator.baseUrl(), SIMULATOR.secretKey(), SIMULATOR.publishableKey(),
                state.stripeWebhookSecret());
    }

    private static String[] databases() {
        return Arrays.stream(Service.values()).filter(Service::hasDatabase).map(Service::label).toArray(String[]::new);
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, work -> new Thread(work, "surroundings").start());
    }
}
