package io.housemates.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls one HTTP API with fixed headers; redirects are answers like any other. */
public record Api(String base, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Api(String base) {
        this(base, Map.of("Accept", "application/json"));
    }

    public Api with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(base, more);
    }

    public Reply get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public Reply post(String path, JsonNode body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Reply patch(String path, JsonNode body) {
        return send("PATCH", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Reply put(String path, JsonNode body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    public Reply put(String path, String contentType, byte[] body) {
        return send("PUT", path, contentType, BodyPublishers.ofByteArray(body));
    }

    public Reply postForm(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    private Reply send(String method, String path, String contentType, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return reply(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(String call, HttpResponse<String> response) {
        var headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(),
                        header -> String.join(", ", header.getValue())));
        return new Reply(call, response.statusCode(), headers, response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
