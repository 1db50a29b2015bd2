package io.housemates.booking.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.housemates.localstack.testing.Examples;

class CheckoutCompletedTest {

    final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void readsTheContractsExample() throws Exception {
        var event = json.treeToValue(Examples.of("checkout.completed"), CheckoutCompleted.class);

        assertThat(event.bookingId()).isEqualTo("01H14V1E5EVWGANKXQG7TVYGQ1");
        assertThat(event.bookingPeriod().pricePerWeek().amount()).isEqualTo(16432);
        assertThat(event.resident().firstName()).isEqualTo("Zo\u00eb");
        assertThat(event.supportingContact().relationship()).isEqualTo("Mother");
    }

    @Test
    void readsTheExampleWithFieldsOfTomorrow() throws Exception {
        ObjectNode example = Examples.of("checkout.completed");
        addUnknown(example);

        assertThat(json.treeToValue(example, CheckoutCompleted.class).bookingId())
                .isEqualTo("01H14V1E5EVWGANKXQG7TVYGQ1");
    }

    @Test
    void readsTheSealedExample() throws Exception {
        var event = json.treeToValue(Examples.of("checkout.completed", 2), CheckoutCompleted.class);

        assertThat(event.isInClear()).isFalse();
        assertThat(event.personalData().keyId()).isEqualTo(event.sessionId());
    }

    @Test
    void tellsNothingAboutPeople() throws Exception {
        var event = json.treeToValue(Examples.of("checkout.completed"), CheckoutCompleted.class);

        assertThat(event + " " + event.resident() + event.supportingContact() + event.course() + event.details())
                .doesNotContain("Zo\u00eb", "zoe@", "Maeve", "Example Street", "Computer Science");
    }

    private static void addUnknown(ObjectNode node) {
        for (JsonNode child : node) {
            if (child instanceof ObjectNode object) {
                addUnknown(object);
            }
        }
        node.put("unknownField", "of tomorrow");
    }
}
