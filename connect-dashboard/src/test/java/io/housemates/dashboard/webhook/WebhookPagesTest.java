package io.housemates.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dashboard.support.BrowserPage;
import io.housemates.dashboard.support.DashboardTest;
import io.housemates.dashboard.support.Examples;
import io.housemates.dashboard.support.StandIn.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class WebhookPagesTest extends DashboardTest {

    private static final String API = "/api/webhooks/" + Examples.WEBHOOK;
    private static final String PAGE = "/webhooks/" + Examples.WEBHOOK;

    @BeforeEach
    void serve() {
        services.answers("GET /api/webhooks", Examples.items(Examples.webhook()))
                .answers("GET " + API, Examples.item(Examples.webhook()))
                .answers("GET " + API + "/deliveries", Examples.page(1, 1, Examples.delivery()))
                .answers("GET /api/event-types", Examples.eventTypes());
    }

    @Test
    void listsWebhooksWithTheirStatus() {
        assertThat(browser.get("/webhooks").texts("tbody tr > *")).containsExactly(
                "https://pms.example/hook Property management",
                "booking.created", "Active", "1 Sep 2026, 09:00 UTC");
    }

    @Test
    void createsAWebhookAndShowsItsSecretOnce() {
        services.answers("POST /api/webhooks", Examples.webhook().put("secret", Examples.SECRET));

        BrowserPage created = browser.send(browser.get("/webhooks/new"), "/webhooks/new", "url=https://pms.example/hook",
                "events=booking.created", "events=booking.cancelled", "description=", "access_token=abc",
                "headers=X-Environment: production\r\n\r\nX-Region: a:b");

        assertThat(sent("POST", "/api/webhooks").json()).isEqualTo(new JsonObject().put("url", "https://pms.example/hook")
                .put("events", JsonArray.of("booking.created", "booking.cancelled")).put("access_token", "abc")
                .put("headers", new JsonObject().put("X-Environment", "production").put("X-Region", "a:b")));
        assertThat(created.header("Location")).isEqualTo(PAGE);
        assertThat(created.cookies().toString()).doesNotContain(Examples.SECRET);
        assertThat(browser.get(PAGE).text()).contains("The webhook was created.", Examples.SECRET);
        assertThat(browser.get(PAGE).text()).doesNotContain(Examples.SECRET);
    }

    /** As a double click does. */
    @Test
    void makesOneWebhookOfAFormThatIsSentTwice() {
        services.answers("POST /api/webhooks", Examples.webhook().put("secret", Examples.SECRET));
        BrowserPage form = browser.get("/webhooks/new");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.send(form, "/webhooks/new", "url=https://pms.example/hook", "events=*").header("Location"))
                    .isEqualTo(PAGE);
        }
        assertThat(services.received()).filteredOn(call -> call.method().equals("POST")).hasSize(1);
        assertThat(browser.get(PAGE).text()).contains(Examples.SECRET);
        browser.send(browser.get("/webhooks/new"), "/webhooks/new", "url=https://pms.example/hook", "events=*");
        assertThat(services.received()).filteredOn(call -> call.method().equals("POST")).hasSize(2);
    }

    @Test
    void triesAgainWhatFailed() {
        BrowserPage form = browser.get("/webhooks/new");
        services.refuses("POST /api/webhooks", 503, "api.unavailable", null);
        browser.send(form, "/webhooks/new", "url=https://pms.example/hook", "events=*");
        services.answers("POST /api/webhooks", Examples.webhook().put("secret", Examples.SECRET));
        assertThat(browser.send(form, "/webhooks/new", "url=https://pms.example/hook", "events=*").header("Location"))
                .isEqualTo(PAGE);
    }

    @Test
    void offersTheEventsThatCanBeSubscribedTo() {
        BrowserPage form = browser.get("/webhooks/new");

        assertThat(form.html().select("input[name=events]").eachAttr("value")).containsExactly("booking.created",
                "booking.cancelled", "*");
        assertThat(form.html().select("input[name=events][checked]").eachAttr("value")).containsExactly("booking.created");
    }

    @Test
    void saysWhatIsWrongBesideEachField() {
        services.refuses("POST /api/webhooks", 422, "api.validation_failed", new JsonObject().put("messages",
                new JsonObject().put("headers", JsonArray.of("The header host is reserved."))
                        .put("url", JsonArray.of("Not accepted: only https."))));

        BrowserPage form = browser.send(browser.get("/webhooks/new"), "/webhooks/new", "url=http://pms.example/\"hook",
                "events=booking.cancelled", "access_token=abc", "headers=Host: x");

        assertThat(form.status()).isEqualTo(422);
        assertThat(form.texts("[role=alert] li")).containsExactly("URL: Not accepted: only https.",
                "Headers: The header host is reserved.");
        assertThat(form.html().select("[role=alert] a").eachAttr("href")).containsExactly("#url", "#headers");
        assertThat(form.html().select("#url").attr("aria-describedby")).isEqualTo("url_hint url_error");
        assertThat(form.texts("#url_error")).containsExactly("Not accepted: only https.");
        assertThat(form.html().select("#url").val()).isEqualTo("http://pms.example/\"hook");
        assertThat(form.html().select("#headers").val()).isEqualTo("Host: x");
        assertThat(form.html().select("input[checked]").eachAttr("value")).containsExactly("booking.cancelled");
        assertThat(form.html().select("#access_token").val()).isEmpty();
    }

    @Test
    void findsAHeaderThatIsNoneItself() {
        BrowserPage form = browser.send(browser.get("/webhooks/new"), "/webhooks/new", "url=https://pms.example/hook",
                "events=*", "headers=X-Environment production");

        assertThat(form.status()).isEqualTo(422);
        assertThat(form.texts("#headers_error")).singleElement().asString().startsWith("Each line must be");
        assertThat(services.received()).noneMatch(call -> call.method().equals("POST"));
    }

    @Test
    void deletesAfterConfirmation() {
        services.answers("DELETE " + API, Examples.webhook());

        BrowserPage confirmation = browser.get(PAGE + "/delete");
        assertThat(confirmation.heading()).isEqualTo("Delete this webhook?");
        assertThat(services.received()).noneMatch(call -> call.method().equals("DELETE"));

        BrowserPage list = browser.follow(browser.send(confirmation, PAGE + "/delete"));
        assertThat(sent("DELETE", API)).isNotNull();
        assertThat(list.text()).contains("The webhook was deleted.");
    }

    @Test
    void pausesAndGoesOn() {
        services.answers("PATCH " + API, Examples.webhook());
        browser.send(browser.get(PAGE), PAGE + "/disable");
        assertThat(sent("PATCH", API).json()).isEqualTo(new JsonObject().put("enabled", false));

        services.answers("GET " + API, Examples.item(Examples.webhook().put("enabled", false)
                .put("disabled_reason", "failing").put("disabled_at", "2026-09-06T09:00:00Z")));
        BrowserPage disabled = browser.get(PAGE);
        assertThat(disabled.text()).contains("This webhook is disabled since 6 Sep 2026, 09:00 UTC",
                "Every attempt failed for five days.");

        BrowserPage enabled = browser.follow(browser.send(disabled, PAGE + "/enable"));
        assertThat(services.received()).filteredOn(call -> call.method().equals("PATCH")).last()
                .satisfies(call -> assertThat(call.json()).isEqualTo(new JsonObject().put("enabled", true)));
        assertThat(enabled.text()).contains("The webhook is active again.");
    }

    @Test
    void listsDeliveriesWithStatusAndAttempts() {
        assertThat(browser.get(PAGE).texts("tbody tr > *")).containsExactly("booking.created evt_1", "1 Sep 2026, 10:15 UTC",
                "Waiting", "2", "No answer in time next 1 Sep 2026, 10:45 UTC");
    }

    @Test
    void showsADeliveryAndSendsItAgain() {
        services.answers("GET /api/webhook-deliveries/" + Examples.DELIVERY, Examples.item(Examples.delivery()))
                .answers("POST /api/webhook-deliveries/" + Examples.DELIVERY + "/retry", Examples.delivery());

        BrowserPage page = browser.get("/deliveries/" + Examples.DELIVERY);
        assertThat(page.texts(".attempts h3")).containsExactly("1. HTTP 500", "2. No answer in time");
        assertThat(page.texts(".attempts pre")).containsExactly("<h1>Oops</h1>");

        BrowserPage retried = browser.follow(browser.send(page, "/deliveries/" + Examples.DELIVERY + "/retry"));
        assertThat(retried.text()).contains("The delivery is being sent again.");
    }

    @Test
    void tellsWhyADeliveryCannotBeSentAgain() {
        services.answers("GET /api/webhook-deliveries/" + Examples.DELIVERY, Examples.item(Examples.delivery()))
                .refuses("POST /api/webhook-deliveries/" + Examples.DELIVERY + "/retry", 409, "api.conflict",
                        "The subscription is disabled or deleted.");

        BrowserPage page = browser.send(browser.get("/deliveries/" + Examples.DELIVERY),
                "/deliveries/" + Examples.DELIVERY + "/retry");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Not possible right now", "The subscription is disabled or deleted.");
    }

    private Received sent(String method, String path) {
        return services.received().stream().filter(call -> call.method().equals(method) && call.uri().equals(path)).findFirst()
                .orElseThrow();
    }
}
