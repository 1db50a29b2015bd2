package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.SharedStack;

/** The descriptions of events and webhooks can be read by machines, point at what is there, and leave no event out. */
class ContractsTest {

    private static final Path CONTRACTS = SharedStack.root().resolve("contracts");
    /** Schemas of parts, which no record consists of. */
    private static final Set<String> PARTS = Set.of("common", "personal_data");
    /** Records without a value, or with that of another. */
    private static final Set<String> WITHOUT_SCHEMA = Set.of("data_key.destroyed", "dead-letter");
    private static final Pattern BURIED = Pattern.compile("housemates\\.topics\\.owned\\.\"(.+)\\.dead-letter\\.(.+)\"=");

    @Test
    void describesEveryWebhook() throws IOException {
        JsonNode document = read("partner-webhook.openapi.yaml");
        assertThat(names(document.path("webhooks"))).isEqualTo(schemas("webhooks"));
        Set<String> ids = new TreeSet<>();
        document.path("webhooks").forEach(webhook -> {
            JsonNode operation = webhook.path("post");
            assertThat(Stream.of("summary", "description", "operationId").map(name -> operation.path(name).asText()))
                    .as("%s", operation.path("operationId")).noneMatch(String::isBlank);
            assertThat(ids.add(operation.path("operationId").asText())).isTrue();
            assertThat(operation.path("tags")).isNotEmpty();
            assertThat(operation.at("/requestBody/content/application~1json/examples")).isNotEmpty();
            assertThat(names(operation.path("responses"))).contains("2XX", "410", "429", "503", "default");
        });
        assertThat(danglingReferences(document)).isEmpty();
    }

    @Test
    void describesEveryEvent() throws IOException {
        JsonNode document = read("asyncapi.yaml");
        JsonNode messages = document.at("/components/messages");
        assertThat(Json.items(messages).map(message -> message.path("name").asText()).collect(Collectors.toSet()))
                .isEqualTo(union(schemas("events"), WITHOUT_SCHEMA));
        messages.forEach(message -> assertThat(Stream.of("summary", "payload", "examples"))
                .as("%s", message.path("name")).allMatch(message::hasNonNull));
        document.path("operations").forEach(operation -> assertThat(Stream.of("summary", "description", "channel"))
                .as("%s", operation).allMatch(operation::hasNonNull));
        assertThat(danglingReferences(document)).isEmpty();
    }

    @Test
    void describesWhereEveryServiceBuriesWhatItCannotHandle() throws IOException {
        JsonNode parameters = read("asyncapi.yaml").at("/channels/deadLetters/parameters");
        for (String service : List.of("checkout-service", "booking-service", "webhook-dispatcher")) {
            var properties = SharedStack.root().resolve(service).resolve("src/main/resources/application.properties");
            var buried = BURIED.matcher(Files.readString(properties)).results().toList();
            assertThat(buried).isNotEmpty();
            assertThat(buried).allSatisfy(topic -> {
                assertThat(Json.items(parameters.at("/topic/enum")).map(JsonNode::asText)).contains(topic.group(1));
                assertThat(Json.items(parameters.at("/service/enum")).map(JsonNode::asText)).contains(topic.group(2));
            });
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static JsonNode read(String file) throws IOException {
        return Json.MAPPER.valueToTree(new Yaml().load(Files.readString(CONTRACTS.resolve(file))));
    }

    /** Names of the types that have a schema in the folder. */
    private static Set<String> schemas(String folder) throws IOException {
        try (var files = Files.list(CONTRACTS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replaceFirst("\\.v\\d+\\.schema\\.json", "")).filter(name -> !PARTS.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(member -> member.getKey()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> danglingReferences(JsonNode document) {
        Set<String> targets = new TreeSet<>(document.findValuesAsText("$ref"));
        targets.addAll(document.findValuesAsText("externalValue"));
        assertThat(targets).isNotEmpty();
        targets.removeIf(target -> target.startsWith("#") ? !document.at(target.substring(1)).isMissingNode()
                : Files.exists(CONTRACTS.resolve(target)));
        return targets;
    }
}
