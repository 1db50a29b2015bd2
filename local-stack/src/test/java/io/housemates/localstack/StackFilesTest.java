package io.housemates.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

class StackFilesTest {

    @TempDir
    Path directory;

    @Test
    void describesTheStackWithTheAgreedNames() throws Exception {
        var description = new StackDescription("c", "b", "d", "w", "s", "i", "p", "t", "a", "r", "bp", "o",
                Map.of("checkout", 1L), Map.of("checkout", "log"), new StackDescription.Postgres("localhost", 5432, "u", "pw"),
                "k");
        description.write(directory);

        var json = new ObjectMapper().readTree(directory.resolve("stack.json").toFile());
        assertThat(json.fieldNames()).toIterable().containsExactly("checkout", "booking", "dispatcher", "dashboard",
                "stripe_api",
                "partner_inbox", "partner_id", "access_token", "admin_token", "room_id", "booking_period_id", "operator_id",
                "pids", "logs", "postgres", "kafka");
        assertThat(json.path("postgres").fieldNames()).toIterable().containsExactly("host", "port", "user", "password");
        assertThat(StackDescription.read(directory)).isEqualTo(description);
    }

    @Test
    void keepsItsSecretsForTheNextRunAndFromOthers() throws Exception {
        var state = StackState.loadOrCreate(directory).withPartner("partner", "token").withSubscription("id", "whsec_secret");
        state.save(directory);

        assertThat(StackState.loadOrCreate(directory)).isEqualTo(state);
        assertThat(Files.getPosixFilePermissions(directory.resolve("state.json"))).hasSize(2);
        assertThat(state.toString()).doesNotContain("whsec_secret", "token=", state.adminToken());
    }

    @Test
    void makesUpForSecretsThatAnEarlierVersionDidNotHave() throws Exception {
        Files.writeString(directory.resolve("state.json"), "{\"admin_token\":\"kept\"}");

        var state = StackState.loadOrCreate(directory);

        assertThat(state.adminToken()).isEqualTo("kept");
        assertThat(state.returnKeys()).contains("\"crv\":\"P-256\"");
        assertThat(StackState.loadOrCreate(directory)).isEqualTo(state);
    }

    @Test
    void endsOnlyItsOwnLeftovers() throws Exception {
        var ledger = new ProcessLedger(directory);
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process ours = sleeper(java, ledger.marker());
        Process strangers = sleeper(java, "-Dhousemates.stack=/elsewhere");
        try {
            ledger.add(ours.pid());
            ledger.add(strangers.pid());

            new ProcessLedger(directory).endLeftovers();

            assertThat(ours.isAlive()).isFalse();
            assertThat(strangers.isAlive()).isTrue();
        } finally {
            ours.destroyForcibly();
            strangers.destroyForcibly();
        }
    }

    @Test
    void refusesASecondStackInTheSameDirectory() {
        try (var first = Workspace.open(directory, false)) {
            assertThatThrownBy(() -> Workspace.open(directory, false)).isInstanceOf(StackException.class)
                    .hasMessageContaining("Another bin/run");
        }
        Workspace.open(directory, false).close();
    }

    @Test
    void freshEmptiesTheDirectory() throws Exception {
        Files.writeString(directory.resolve("state.json"), "{}");
        try (var workspace = Workspace.open(directory, true)) {
            assertThat(directory.resolve("state.json")).doesNotExist();
        }
    }

    @Test
    void namesATakenPortAndTheWayOut() throws Exception {
        int offset = StackPorts.freeOffset();
        try (var taken = new ServerSocket(Service.BOOKING.port(offset))) {
            assertThatThrownBy(() -> new StackPorts(offset).requireFree()).isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (booking)")
                    .hasMessageContaining("--port-offset");
        }
    }

    private static Process sleeper(String java, String marker) throws Exception {
        return new ProcessBuilder(java, marker, "-cp", System.getProperty("java.class.path"), Sleeper.class.getName()).start();
    }

    static class Sleeper {
        public static void main(String[] arguments) throws Exception {
            new CountDownLatch(1).await();
        }
    }
}
