package io.housemates.platform.deadletter;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.event.DeadLetters;
import io.housemates.platform.partner.AccessToken;
import io.housemates.platform.partner.PartnerCredentials;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class DeadLetterAdminResourceTest {

    static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    DeadLetters deadLetters;

    @Inject
    PartnerCredentials credentials;

    final String partner = UUID.randomUUID().toString();
    final AccessToken token = AccessToken.generate("hm_test_");

    @Test
    void listsShowsAndReplays() {
        bury();

        String id = admin().get("/admin/dead-letters").then().statusCode(200)
                .body("data.items[0].key", equalTo(partner))
                .body("data.items[0].topic", equalTo("partners"))
                .body("data.items[0].event_type", equalTo("partner.changed"))
                .body("data.items[0].reason", equalTo("on purpose"))
                .body("data.items[0].data", nullValue())
                .extract().path("data.items[0].id");
        admin().get("/admin/dead-letters/" + id).then().statusCode(200).body("data.item.data", equalTo(data()));

        admin().post("/admin/dead-letters/" + id + "/replay").then().statusCode(200).body("data.item.id", equalTo(id));

        await().atMost(SOON).until(() -> credentials.accepts(partner, token).await().atMost(SOON));
    }

    @Test
    void tellsOfARecordThatIsTooLargeToBeCopied() {
        var record = new ConsumerRecord<>("partners", 1, 7, partner, new byte[1_048_500]);
        record.headers().add("ce_id", partner.getBytes(UTF_8)).add("surprise", new byte[2_000]);

        deadLetters.bury(record, "on purpose").await().atMost(SOON);

        String id = admin().get("/admin/dead-letters").then().statusCode(200)
                .body("data.items[0].key", equalTo(partner)).body("data.items[0].event_id", equalTo(partner))
                .body("data.items[0].partition", equalTo("1")).body("data.items[0].offset", equalTo("7"))
                .body("data.items[0].reason", equalTo("on purpose Too large to be copied."))
                .extract().path("data.items[0].id");
        admin().get("/admin/dead-letters/" + id).then().statusCode(200).body("data.item.data", nullValue());
        admin().post("/admin/dead-letters/" + id + "/replay").then().statusCode(409).body("message", equalTo("api.conflict"));
    }

    @Test
    void showsOlderOnesByCursor() {
        for (int i = 0; i < 150; i++) {
            bury("many " + i);
        }

        List<String> reasons = new ArrayList<>();
        String cursor = null;
        do {
            var answer = admin().queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor)).get("/admin/dead-letters")
                    .then().statusCode(200).extract().jsonPath();
            reasons.addAll(answer.getList("data.items.findAll { it.key == '" + partner + "' }.reason"));
            cursor = answer.getString("data.next_cursor");
        } while (cursor != null);

        assertThat(reasons).isEqualTo(IntStream.range(0, 150).mapToObj(i -> "many " + (149 - i)).toList());
    }

    @Test
    void replaysAllOfAReason() {
        String reason = "reason of " + partner;
        bury(reason);
        bury("another");
        bury(reason);

        admin().queryParam("reason", reason).queryParam("topic", "partners").post("/admin/dead-letters/replay").then()
                .statusCode(200).body("data.replayed", equalTo(2)).body("data.skipped", equalTo(0))
                .body("data.next_cursor", nullValue());
        assertThat(Kafka.recordsOf("partners", partner)).hasSize(2).extracting(ConsumerRecord::value)
                .containsOnly(data().getBytes(UTF_8));
        admin().queryParam("reason", reason).queryParam("topic", "personal-keys").post("/admin/dead-letters/replay").then()
                .body("data.replayed", equalTo(0));
    }

    @Test
    void refusesACursorThatIsNone() {
        for (String cursor : new String[] { "%", "bm9uc2Vuc2U" }) {
            admin().queryParam("cursor", cursor).get("/admin/dead-letters").then().statusCode(422)
                    .body("data.messages", hasKey("cursor"));
        }
    }

    @Test
    void knowsNothingElse() {
        for (String id : new String[] { "nonsense", "partners:0:0", "partners.dead-letter.platform-test:0:999999" }) {
            admin().get("/admin/dead-letters/" + id).then().statusCode(404).body("message", equalTo("api.not_found"));
        }
        given().get("/admin/dead-letters").then().statusCode(401);
    }

    private void bury() {
        bury("on purpose");
    }

    private void bury(String reason) {
        var record = new ConsumerRecord<>("partners", 0, 0, partner, data().getBytes(UTF_8));
        record.headers().add("ce_specversion", "1.0".getBytes(UTF_8)).add("ce_id", partner.getBytes(UTF_8))
                .add("ce_type", "partner.changed".getBytes(UTF_8)).add("ce_time", "2026-09-01T10:15:30Z".getBytes(UTF_8));
        deadLetters.bury(record, reason).await().atMost(SOON);
    }

    private String data() {
        return "{\"partnerId\":\"" + partner + "\",\"version\":1,\"accessTokens\":[{\"sha256\":\"" + token.sha256() + "\"}]}";
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer admin-token-of-the-tests");
    }
}
