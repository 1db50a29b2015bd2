package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.SharedStack;

/** stack.json tells everything that is needed to use a running stack. */
@AcceptanceTest
class StackIT {

    private static JsonNode stack;

    @BeforeAll
    static void read() throws IOException {
        stack = Json.parse(Files.readString(SharedStack.directory().resolve("stack.json")));
    }

    @Test
    void namesEverythingThatTheDesignPromises() {
        assertThat(stack.fieldNames()).toIterable().contains("checkout", "booking", "dispatcher", "dashboard", "stripe_api",
                "partner_inbox", "partner_id", "access_token", "admin_token", "room_id", "booking_period_id", "operator_id",
                "pids", "logs", "postgres", "kafka");
        assertThat(stack.path("postgres").fieldNames()).toIterable().contains("host", "port", "user", "password");
    }

    @Test
    void leavesNothingEmpty() {
        stack.properties().forEach(member -> {
            if (member.getValue().isContainerNode()) {
                assertThat(member.getValue()).as(member.getKey()).isNotEmpty();
            } else {
                assertThat(member.getValue().asText()).as(member.getKey()).isNotBlank().isNotEqualTo("null");
            }
        });
    }

    @Test
    void namesRunningProcessesAndLogsThatExist() {
        for (String service : new String[] { "checkout", "booking", "dispatcher" }) {
            long pid = stack.path("pids").path(service).asLong();
            assertThat(ProcessHandle.of(pid)).as("process of %s", service)
                    .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
            assertThat(Path.of(stack.path("logs").path(service).asText())).isNotEmptyFile();
        }
    }

    @Test
    void playsTheSampleBooking() {
        assertThat(SharedStack.get().playBooking()).hasSize(26);
    }
}
