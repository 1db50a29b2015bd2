package io.housemates.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.vertx.core.json.JsonObject;

/** The harness' side of the {@link SinkMain} process. */
final class Sink implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Worker worker = Worker.start(SinkMain.class);

    String url(String path) {
        return "http://127.0.0.1:" + worker.greeting() + path;
    }

    long pid() {
        return worker.pid();
    }

    void expect(String run, int count) {
        call("PUT", "/run?id=" + run + "&expected=" + count);
    }

    void hang(String path) {
        call("PUT", "/hanging?path=" + path);
    }

    void release() {
        call("DELETE", "/hanging");
    }

    Received received() {
        return new JsonObject(call("GET", "/run")).mapTo(Received.class);
    }

    /** Waits for that many events of the run. */
    Received await(int count, Duration atMost) {
        Waiting.until(count + " deliveries", atMost, () -> received().count() >= count);
        return received();
    }

    private String call(String method, String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url(path))).method(method, BodyPublishers.noBody()).build(),
                    BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
