package io.housemates.dispatcher.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class EventCatalogueTest {

    private static final Pattern NUMBER = Pattern.compile("(?<=:)\\d+(\\.\\d+)?(?=[,}])");

    private final EventCatalogue catalogue = new EventCatalogue();

    /** Written out, such a number would fill the memory. */
    @ParameterizedTest
    @ValueSource(strings = { "1e999999999", "-1e999999999", "1e-999999999" })
    void looksAtNumbersWithoutWritingThemOut(String number) throws Exception {
        for (EventType type : catalogue.all()) {
            JsonNode body = WebhookBody.JSON.readTree(NUMBER.matcher(type.example().toString()).replaceAll(number));

            assertThatCode(() -> catalogue.misfit(type.name(), body)).as(type.name()).doesNotThrowAnyException();
            assertThat(WebhookBody.bytes((ObjectNode) body).length()).isLessThan(10_000);
        }
    }
}
