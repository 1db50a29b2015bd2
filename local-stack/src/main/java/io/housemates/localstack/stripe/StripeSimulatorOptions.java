package io.housemates.localstack.stripe;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How the simulator runs; every setting has a local default.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param secretKey what the product's server sends
 * @param publishableKey what browsers send
 * @param webhookUrl where events are posted; null until {@link StripeSimulator#deliverWebhooksTo} tells
 * @param webhookSecret what events are signed with
 * @param stateFile keeps payments, answers and undelivered events across restarts; null keeps them in memory only
 * @param clock gives the times in objects and signatures; delays run on real time
 */
public record StripeSimulatorOptions(String host, int port, String secretKey, String publishableKey, URI webhookUrl,
        String webhookSecret, Path stateFile, Clock clock) {

    public static StripeSimulatorOptions defaults() {
        return new StripeSimulatorOptions("127.0.0.1", 0, "sk_test_simulator", "pk_test_simulator", null, "whsec_simulator",
                null,
                Clock.systemUTC());
    }

    public StripeSimulatorOptions listeningOn(String host) {
        return new StripeSimulatorOptions(host, port, secretKey, publishableKey, webhookUrl, webhookSecret, stateFile, clock);
    }

    public StripeSimulatorOptions withPort(int port) {
        return new StripeSimulatorOptions(host, port, secretKey, publishableKey, webhookUrl, webhookSecret, stateFile, clock);
    }

    public StripeSimulatorOptions withKeys(String secretKey, String publishableKey) {
        return new StripeSimulatorOptions(host, port, secretKey, publishableKey, webhookUrl, webhookSecret, stateFile, clock);
    }

    public StripeSimulatorOptions withWebhooks(URI webhookUrl, String webhookSecret) {
        return new StripeSimulatorOptions(host, port, secretKey, publishableKey, webhookUrl, webhookSecret, stateFile, clock);
    }

    public StripeSimulatorOptions withStateFile(Path stateFile) {
        return new StripeSimulatorOptions(host, port, secretKey, publishableKey, webhookUrl, webhookSecret, stateFile, clock);
    }

    public StripeSimulatorOptions withClock(Clock clock) {
        return new StripeSimulatorOptions(host, port, secretKey, publishableKey, webhookUrl, webhookSecret, stateFile, clock);
    }

    /** Keeps keys out of logs. */
    @Override
    public String toString() {
        return "StripeSimulatorOptions[" + host + ":" + port + ", webhookUrl=" + webhookUrl + ", stateFile=" + stateFile + "]";
    }
}
