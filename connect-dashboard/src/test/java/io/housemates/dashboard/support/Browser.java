package io.housemates.dashboard.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** A partner's browser: keeps cookies, reads pages and sends their forms. */
public final class Browser {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager()).build();
    private final URI base;

    public Browser(URI base) {
        this.base = base;
    }

    /** With the session of the partner that the stand-in knows. */
    public static Browser signedIn(URI base, StandIn services) {
        services.answers("GET /api/bookings", Examples.bookings(1, 0));
        Browser browser = new Browser(base);
        browser.signIn(StandIn.PARTNER, StandIn.TOKEN);
        return browser;
    }

    public BrowserPage signIn(String partnerId, String accessToken) {
        return follow(send(get("/sign-in"), "/sign-in", "partner_id=" + partnerId, "access_token=" + accessToken));
    }

    public BrowserPage get(String path) {
        return exchange(HttpRequest.newBuilder(base.resolve(path)).GET().build());
    }

    /** Sends the page's form with that action: its hidden fields, and these ({@code name=value}). */
    public BrowserPage send(BrowserPage page, String action, String... fields) {
        Element form = page.html().selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError("No form for " + action + " on\n" + page.html().body().text());
        }
        List<String> hidden = form.select("input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + input.attr("value")).toList();
        return post(action, Stream.concat(hidden.stream(), Arrays.stream(fields)).toArray(String[]::new));
    }

    /** Sends the page's form with that action: its hidden fields, and one file. */
    public BrowserPage upload(BrowserPage page, String action, String field, String content) {
        String token = page.html().selectFirst("form[action=" + action + "] input[name=form_token]").val();
        String body = """
                --edge\r
                Content-Disposition: form-data; name="form_token"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="%s"; filename="picture"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --edge--\r
                """.formatted(token, field, content);
        return exchange(
                HttpRequest.newBuilder(base.resolve(action)).header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public BrowserPage post(String path, String... fields) {
        String body = Arrays.stream(fields).map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + URLEncoder.encode(field[1], UTF_8)).collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** The page a redirect leads to, or the page itself. */
    public BrowserPage follow(BrowserPage page) {
        return page.status() == 303 ? follow(get(page.header("Location"))) : page;
    }

    private BrowserPage exchange(HttpRequest request) {
        try {
            return BrowserPage.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
