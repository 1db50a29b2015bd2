package io.housemates.localstack.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Speaks plain HTTP to the simulator: its control API, and what a browser or curl would send. */
final class Control {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String baseUrl;

    Control(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    JsonNode post(String path, String body) {
        return read(send(request(path).POST(BodyPublishers.ofString(body.replace('\'', '"')))));
    }

    JsonNode get(String path) {
        return read(send(request(path).GET()));
    }

    JsonNode put(String path, String body) {
        return read(send(request(path).PUT(BodyPublishers.ofString(body.replace('\'', '"')))));
    }

    JsonNode delete(String path) {
        return read(send(request(path).DELETE()));
    }

    /** @param match JSON with single quotes */
    void fault(String kind, String match) {
        fault(kind, match, "");
    }

    /** @param more further fields, beginning with a comma */
    void fault(String kind, String match, String more) {
        post("/_simulator/faults", "{'kind':'" + kind + "','match':" + match + more + "}");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(5));
    }

    HttpRequest.Builder form(String path, String form) {
        return request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
