package io.housemates.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A running stack as {@code .local/stack.json} tells it to whoever wants to use it. URLs are bases without a trailing slash.
 *
 * @param stripeApi base of Stripe's API: the simulator's, or Stripe's own
 * @param partnerInbox the demo partner; {@code GET <partner_inbox>/received} lists the webhooks it got
 * @param pids process ids by name; {@code stack} runs Kafka, the simulator and the demo partner
 * @param logs absolute paths by name
 * @param kafka bootstrap servers
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StackDescription(String checkout, String booking, String dispatcher, String dashboard, String stripeApi,
        String partnerInbox, String partnerId, String accessToken, String adminToken, String roomId, String bookingPeriodId,
        String operatorId, Map<String, Long> pids, Map<String, String> logs, Postgres postgres, String kafka) {

    public record Postgres(String host, int port, String user, String password) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "stack.json";

    /** Reads what a running stack wrote into its directory. */
    public static StackDescription read(Path directory) {
        try {
            return JSON.readValue(directory.resolve(FILE).toFile(), StackDescription.class);
        } catch (IOException e) {
            throw new UncheckedIOException("No stack.json in " + directory, e);
        }
    }

    void write(Path directory) {
        PrivateFile.write(directory.resolve(FILE), this);
    }

    @Override
    public String toString() {
        return "StackDescription[checkout=" + checkout + ", partnerId=" + partnerId + "]";
    }
}
