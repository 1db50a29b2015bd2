package io.housemates.dispatcher.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Received;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@DispatcherTest
class SubscriptionResourceTest {

    private static final String TOKEN = "partner-token-7f3a";
    private static final String HEADER = "header-value-9b1c";

    @Inject
    Database database;

    @Inject
    Endpoints endpoints;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void showsTheSecretOnceAndOtherSecretsNever() {
        var created = create(Map.of("url", "http://127.0.0.1:9/hook", "events", List.of("booking.created", "booking.*"),
                "access_token", TOKEN, "headers", Map.of("X-Tenant", HEADER), "description", "Main"))
                .statusCode(201).body("data.secret", startsWith("whsec_")).body("data.enabled", equalTo(true))
                .body("data.headers", contains("X-Tenant")).body("data.has_access_token", equalTo(true)).extract();
        String id = created.path("data.id");
        String secret = created.path("data.secret");

        String read = partner.request().get("/api/webhooks/" + id).then().statusCode(200)
                .body("data.item.id", equalTo(id)).body("data.item", not(hasKey("secret")))
                .body("data.item.health.pending", equalTo(0)).extract().asString();
        String list = partner.request().get("/api/webhooks").then().statusCode(200)
                .body("data.items.id", hasItem(id)).extract().asString();

        assertThat(created.asString()).doesNotContain(TOKEN).doesNotContain(HEADER);
        assertThat(read + list).doesNotContain(secret).doesNotContain(TOKEN).doesNotContain(HEADER);
        String stored = database.value("SELECT encode(k.sealed, 'escape') || encode(s.access_token, 'escape') "
                + "|| encode(s.headers, 'escape') FROM subscription s JOIN subscription_secret k ON k.subscription_id = s.id "
                + "WHERE s.id = '" + id + "'");
        assertThat(stored).isNotBlank().doesNotContain("whsec_").doesNotContain(TOKEN).doesNotContain(HEADER)
                .doesNotContain(secret.substring(6));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        create(Map.of("url", "https://10.0.0.1/", "events", List.of("booking.unheard_of"), "access_token", "a\nb",
                "headers", Map.of("webhook-id", "x"), "signing", "v9"))
                .statusCode(422).body("message", equalTo("api.validation_failed"))
                .body("data.messages.url[0]", equalTo("Not accepted: the host has no public address."))
                .body("data.messages", hasKey("events")).body("data.messages", hasKey("access_token"))
                .body("data.messages", hasKey("headers")).body("data.messages", hasKey("signing"));
        create(Map.of()).statusCode(422).body("data.messages", hasKey("url")).body("data.messages", hasKey("events"));
        create(Map.of("url", "https://no-such-host.invalid/", "events", List.of("*"))).statusCode(422)
                .body("data.messages.url", contains("Not accepted: the host has no public address."));
        partner.request().contentType(ContentType.JSON).body("not json").post("/api/webhooks").then().statusCode(400)
                .body("success", equalTo(false)).body("data", nullValue());
    }

    @Test
    void hidesOtherPartnersSubscriptions() {
        String id = create(minimal()).statusCode(201).extract().path("data.id");
        TestPartner other = TestPartner.introduced();
        for (String path : List.of("", "/deliveries", "/replay")) {
            other.request().get("/api/webhooks/" + id + path).then().statusCode(404).body("data", nullValue());
        }
        for (String path : List.of("/test", "/rotate-secret", "/replay")) {
            other.request().contentType(ContentType.JSON).body("{}").post("/api/webhooks/" + id + path).then().statusCode(404);
        }
        other.request().delete("/api/webhooks/" + id).then().statusCode(404);
        other.request().get("/api/webhooks").then().body("data.items", empty());
        given().get("/api/webhooks").then().statusCode(401).body("data", nullValue());
        given().header("Authorization", "Bearer " + partner.token().secret()).header("X-API-PARTNER-ID", other.id())
                .get("/api/webhooks").then().statusCode(401);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        String id = create(
                Map.of("url", "http://127.0.0.1:9/", "events", List.of("*"), "access_token", TOKEN, "description", "a"))
                .extract().path("data.id");
        Map<String, Object> change = new HashMap<>();
        change.put("access_token", null);
        change.put("enabled", false);
        partner.request().contentType(ContentType.JSON).body(change).patch("/api/webhooks/" + id).then().statusCode(200)
                .body("data.has_access_token", equalTo(false)).body("data.enabled", equalTo(false))
                .body("data.disabled_reason", equalTo("partner")).body("data.disabled_at", notNullValue())
                .body("data.description", equalTo("a")).body("data.events", contains("*"));
        partner.request().contentType(ContentType.JSON).body(Map.of("url", "http://169.254.169.254/"))
                .patch("/api/webhooks/" + id).then().statusCode(422);
    }

    @Test
    void disablesAnEndpointWhoseNameIsGone() {
        String id = create(minimal()).extract().path("data.id");
        database.run("UPDATE subscription SET url = 'https://no-such-host.invalid/' WHERE id = '" + id + "'");
        change(id, Map.of("enabled", false)).statusCode(200).body("data.enabled", equalTo(false));
        change(id, Map.of("url", "https://no-such-host.invalid/")).statusCode(422).body("data.messages", hasKey("url"));
    }

    @Test
    void namesEveryFieldOfAChangeThatIsWrong() {
        String id = create(minimal()).extract().path("data.id");
        change(id, Map.of("events", List.of(), "access_token", 7, "headers", List.of("X-Tenant"), "description", "a\u0000"))
                .statusCode(422).body("data.messages.keySet()", containsInAnyOrder("events", "access_token", "headers",
                        "description"));
        change(id, Map.of("headers", Map.of("X-Tenant", 7))).statusCode(422).body("data.messages", hasKey("headers"));
    }

    @Test
    void hasRoomForFiftyAlsoWhenSeveralAskForTheLastPlace() {
        database.run(
                "INSERT INTO subscription (id, version, partner_id, url, events, signing, enabled, created_at, updated_at) "
                        + "SELECT '" + partner.id() + "' || n, 0, '" + partner.id()
                        + "', 'http://127.0.0.1:9/', '{*}', 'v1', true, now(), "
                        + "now() FROM generate_series(1, 49) n");

        List<Integer> statuses = atOnce(6, n -> create(minimal()).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        create(minimal()).statusCode(409).body("code", equalTo(3001)).body("message", equalTo("api.too_many_subscriptions"))
                .body("data", equalTo("50"));
        partner.request().delete("/api/webhooks/" + partner.id() + "7").then().statusCode(200);
        create(minimal()).statusCode(201);
    }

    @Test
    void listsPageByPageWithHealth() {
        List<String> ids = Stream.generate(() -> create(minimal()).extract().<String> path("data.id")).limit(3).toList();
        partner.request().get("/api/webhooks?per_page=2").then().statusCode(200)
                .body("data.items.id", contains(ids.get(0), ids.get(1))).body("data.items[0].health.pending", equalTo(0))
                .body("data.meta.total", equalTo(3)).body("data.meta.total_pages", equalTo(2))
                .body("data.links.next", equalTo("/api/webhooks?per_page=2&page=2")).body("data.links.prev", nullValue());
        partner.request().get("/api/webhooks?per_page=2&page=2").then().body("data.items.id", contains(ids.get(2)));
        partner.request().get("/api/webhooks?page=0").then().statusCode(422).body("data.messages", hasKey("page"));
    }

    @Test
    void sendsTokenAndHeadersButNeverLetsThemReplaceOurs() {
        try (var receiver = Receiver.answering(200)) {
            create(Map.of("url", receiver.url(), "events", List.of("booking.*"), "access_token", TOKEN, "headers",
                    Map.of("X-Tenant", HEADER))).statusCode(201);
            Booking.of(partner).create();
            await().until(() -> receiver.received().size() == 1);
            Received received = receiver.received().get(0);
            assertThat(received.headers().get("Authorization")).isEqualTo("Bearer " + TOKEN);
            assertThat(received.headers().get("x-tenant")).isEqualTo(HEADER);
        }
    }

    @Test
    void signsWithOldAndNewSecretWhileTheyOverlap() {
        try (var receiver = Receiver.answering(200)) {
            var before = Subscribed.to(receiver, partner, "*");
            Booking.of(partner).create();
            await().until(() -> receiver.received().size() == 1);
            receiver.received().get(0).verifiedWith(before.secret());

            String after = partner.request().contentType(ContentType.JSON).body(Map.of("overlap_hours", 1))
                    .post("/api/webhooks/" + before.id() + "/rotate-secret").then().statusCode(200).extract()
                    .path("data.secret");
            Booking.of(partner).create();
            await().until(() -> receiver.received().size() == 2);
            assertThat(after).isNotEqualTo(before.secret());
            receiver.received().get(1).verifiedWith(before.secret()).verifiedWith(after);

            String last = partner.request().contentType(ContentType.JSON).body(Map.of("overlap_hours", 0))
                    .post("/api/webhooks/" + before.id() + "/rotate-secret").then().statusCode(200).extract()
                    .path("data.secret");
            Booking.of(partner).create();
            await().until(() -> receiver.received().size() == 3);
            assertThat(receiver.received().get(2).headers().get("webhook-signature")).doesNotContain(" ");
            receiver.received().get(2).verifiedWith(last);
        }
    }

    @Test
    void signsWithTenSecretsAtMostForAWeekAtMost() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "*");
            List<String> secrets = new ArrayList<>(List.of(subscribed.secret()));
            for (int i = 0; i < 11; i++) {
                secrets.add(rotate(subscribed, 168).statusCode(200).extract().path("data.secret"));
            }
            for (int wrong : List.of(-1, 169, Integer.MAX_VALUE)) {
                rotate(subscribed, wrong).statusCode(422).body("data.messages", hasKey("overlap_hours"));
            }
            partner.request().post("/api/webhooks/" + subscribed.id() + "/test").then().statusCode(200);

            Received received = receiver.received().get(0);
            assertThat(received.headers().get("webhook-signature").split(" ")).hasSize(10);
            secrets.subList(2, 12).forEach(received::verifiedWith);
            assertThatThrownBy(() -> received.verifiedWith(secrets.get(1))).isInstanceOf(AssertionError.class);
            assertThat(database.value("SELECT max(expires_at) <= now() + interval '168 hours' FROM subscription_secret "
                    + "WHERE subscription_id = '" + subscribed.id() + "'")).isEqualTo("true");
        }
    }

    @Test
    void changesAndRotatesAtTheSameTime() {
        var subscribed = Subscribed.to("http://127.0.0.1:9/", partner, "*");
        List<Integer> statuses = atOnce(12, n -> (n % 3 == 0 ? rotate(subscribed, 1)
                : change(subscribed.id(), Map.of("description", "no. " + n, "enabled", n % 3 == 1))).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(database.value("SELECT version FROM subscription WHERE id = '" + subscribed.id() + "'")).isEqualTo("12");
        assertThat(database.value("SELECT count(*) FROM subscription_secret WHERE expires_at IS NULL AND subscription_id = '"
                + subscribed.id() + "'")).isEqualTo("1");
    }

    private ValidatableResponse rotate(Subscribed subscribed, int overlapHours) {
        return partner.request().contentType(ContentType.JSON).body(Map.of("overlap_hours", overlapHours))
                .post("/api/webhooks/" + subscribed.id() + "/rotate-secret").then();
    }

    @Test
    void deliversNothingAfterDelete() {
        try (var receiver = Receiver.answering(200); var kept = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "*");
            Subscribed.to(kept, partner, "*");
            partner.request().delete("/api/webhooks/" + subscribed.id()).then().statusCode(200);
            Booking.of(partner).create();
            await().until(() -> kept.received().size() == 1);
            assertThat(receiver.received()).isEmpty();
            partner.request().get("/api/webhooks/" + subscribed.id()).then().statusCode(404);
            partner.request().get("/api/webhooks").then().body("data.items", hasSize(1));
        }
    }

    @Test
    void testsAnEndpointAndTellsTheOutcome() {
        try (var receiver = Receiver.answering(500)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            partner.request().post("/api/webhooks/" + subscribed.id() + "/test").then().statusCode(200)
                    .body("data.outcome", equalTo("failed")).body("data.reason", equalTo("http_500"))
                    .body("data.status_code", equalTo(500)).body("data.response_head", equalTo("ok"));
            receiver.received().get(0).verifiedWith(subscribed.secret());
            assertThat(receiver.received().get(0).body()).contains("\"type\":\"webhook.test\"");
            assertThat(subscribed.status(0)).isEqualTo("EXHAUSTED");
        }
    }

    @Test
    void showsAndKeepsNoSecretThatAReceiverRepeats() {
        try (var receiver = Receiver.answering(request -> request.response().setStatusCode(500)
                .end("no: " + request.headers().entries() + " " + basic(TOKEN)))) {
            var created = create(Map.of("url", receiver.url(), "events", List.of("endpoint.*"), "access_token", TOKEN,
                    "headers", Map.of("X-Tenant", HEADER))).statusCode(201).extract();
            String id = created.path("data.id");

            var tried = partner.request().post("/api/webhooks/" + id + "/test").then().statusCode(200).extract();
            String read = partner.request().get("/api/webhook-deliveries/" + tried.path("data.delivery_id")).then()
                    .body("data.item.attempts[0].response_head", equalTo(tried.path("data.response_head"))).extract()
                    .asString();

            assertThat(receiver.received().get(0).headers().get("Authorization")).isEqualTo("Bearer " + TOKEN);
            assertThat(tried.<String> path("data.response_head")).startsWith("no: ").contains("Bearer [redacted]");
            assertThat(tried.asString() + read).doesNotContain(TOKEN).doesNotContain(HEADER).doesNotContain(basic(TOKEN));
            assertThat(database.value("SELECT concat(response_head, ' ', encode(sealed_head, 'escape')) FROM delivery_attempt "
                    + "WHERE delivery_id = '" + tried.path("data.delivery_id") + "'")).isNotBlank().doesNotContain("no: ");
        }
    }

    private static String basic(String token) {
        return Base64.getEncoder().encodeToString(("user:" + token).getBytes());
    }

    @Test
    void explainsWhyASignatureDoesNotMatch() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            partner.request().post("/api/webhooks/" + subscribed.id() + "/test").then().statusCode(200);
            Received received = receiver.received().get(0);
            Map<String, String> headers = new HashMap<>();
            List.of("webhook-id", "webhook-timestamp", "webhook-signature")
                    .forEach(name -> headers.put(name, received.headers().get(name)));

            verify(subscribed.id(), headers, received.body()).body("data.valid", equalTo(true)).body("data.problems", empty());
            verify(subscribed.id(), headers, received.body() + "\n").body("data.valid", equalTo(false))
                    .body("data.problems[1]", startsWith("It matches without the white space around the body"));
            verify(subscribed.id(), headers, received.body().replace("\":", "\": ")).body("data.valid", equalTo(false))
                    .body("data.problems.size()", equalTo(2));
            headers.put("webhook-timestamp", "1614265330");
            verify(subscribed.id(), headers, received.body()).body("data.problems[0]",
                    startsWith("The timestamp is more than five"));
            headers.remove("webhook-id");
            verify(subscribed.id(), headers, received.body()).body("data.problems[0]",
                    equalTo("The header webhook-id is missing."));
        }
    }

    @Test
    void checksWithWhatAPartnerVerifiesWith() {
        try (var receiver = Receiver.answering(200)) {
            for (String signing : List.of("v1", "v1a")) {
                var created = create(Map.of("url", receiver.url(), "events", List.of("*"), "signing", signing)).extract();
                partner.request().post("/api/webhooks/" + created.path("data.id") + "/test").then().statusCode(200);
                Received received = receiver.received().get(receiver.received().size() - 1);
                Map<String, String> headers = new HashMap<>();
                received.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));

                verifyWith(created.path("data.secret"), headers, received.body()).statusCode(200)
                        .body("data.valid", equalTo(true)).body("data.problems", empty());
                verifyWith(created.path("data.secret"), headers, received.body() + " ").statusCode(200)
                        .body("data.valid", equalTo(false));
            }
        }
        for (String unusable : List.of("whpk_", "whpk_AAAA", "whpk_no base64", "whsec_AAAA", "")) {
            verifyWith(unusable, Map.of(), "{}").statusCode(422).body("data.messages", hasKey("secret"));
        }
    }

    private ValidatableResponse verifyWith(String secret, Map<String, String> headers, String body) {
        return partner.request().contentType(ContentType.JSON).body(Map.of("secret", secret, "headers", headers, "body", body))
                .post("/api/webhooks/verify").then();
    }

    @Test
    void refusesToCheckWithWhatCannotBeASubscription() {
        for (String id : List.of("\u0000", "01H\u0000")) {
            partner.request().contentType(ContentType.JSON)
                    .body(Map.of("subscription_id", id, "headers", Map.of(), "body", "{}")).post("/api/webhooks/verify").then()
                    .statusCode(400).body("message", equalTo("api.malformed_request"));
        }
    }

    @Test
    void hasNoEndpointOfASubscriptionThatWasJustDeleted() {
        String id = create(minimal()).extract().path("data.id");
        partner.request().delete("/api/webhooks/" + id).then().statusCode(200);
        assertThatThrownBy(() -> endpoints.require(id).await().atMost(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.NOT_FOUND));
    }

    private ValidatableResponse verify(String subscription, Map<String, String> headers, String body) {
        return partner.request().contentType(ContentType.JSON)
                .body(Map.of("subscription_id", subscription, "headers", headers, "body", body))
                .post("/api/webhooks/verify").then().statusCode(200);
    }

    private ValidatableResponse change(String id, Map<String, ?> body) {
        return partner.request().contentType(ContentType.JSON).body(body).patch("/api/webhooks/" + id).then();
    }

    private static List<Integer> atOnce(int count, IntFunction<Integer> request) {
        ExecutorService together = Executors.newFixedThreadPool(count);
        try {
            return IntStream.range(0, count).mapToObj(n -> CompletableFuture.supplyAsync(() -> request.apply(n), together))
                    .toList().stream().map(CompletableFuture::join).toList();
        } finally {
            together.shutdown();
        }
    }

    private static Map<String, Object> minimal() {
        return Map.of("url", "http://127.0.0.1:9/", "events", List.of("*"));
    }

    private ValidatableResponse create(Map<String, ?> body) {
        return partner.request().contentType(ContentType.JSON).body(body).post("/api/webhooks").then();
    }
}
