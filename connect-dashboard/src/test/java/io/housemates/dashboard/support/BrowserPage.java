package io.housemates.dashboard.support;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a browser got. */
public record BrowserPage(int status, HttpHeaders headers, Document html) {

    static BrowserPage of(HttpResponse<String> response) {
        return new BrowserPage(response.statusCode(), response.headers(), Jsoup.parse(response.body()));
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public List<String> cookies() {
        return headers.allValues("Set-Cookie");
    }

    public String heading() {
        return html.select("h1").text();
    }

    public String text() {
        return html.body().text();
    }

    /** The text of everything the selector finds. */
    public List<String> texts(String selector) {
        return html.select(selector).eachText();
    }
}
