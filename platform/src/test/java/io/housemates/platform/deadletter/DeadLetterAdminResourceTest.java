package io.housemates.platform.deadletter;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

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
    void knowsNothingElse() {
        for (String id : new String[] { "nonsense", "partners:0:0", "partners.dead-letter.platform-test:0:999999" }) {
            admin().get("/admin/dead-letters/" + id).then().statusCode(404).body("message", equalTo("api.not_found"));
        }
        given().get("/admin/dead-letters").then().statusCode(401);
    }

    private void bury() {
        var record = new ConsumerRecord<>("partners", 0, 0, partner, data().getBytes(UTF_8));
        record.headers().add("ce_specversion", "1.0".getBytes(UTF_8)).add("ce_id", partner.getBytes(UTF_8))
                .add("ce_type", "partner.changed".getBytes(UTF_8)).add("ce_time", "2026-09-01T10:15:30Z".getBytes(UTF_8));
        deadLetters.bury(record, "on purpose").await().atMost(SOON);
    }

    private String data() {
        return "{\"partnerId\":\"" + partner + "\",\"version\":1,\"accessTokens\":[{\"sha256\":\"" + token.sha256() + "\"}]}";
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer admin-token-of-the-tests");
    }
}
