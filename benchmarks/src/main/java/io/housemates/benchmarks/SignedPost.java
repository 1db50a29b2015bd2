package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.standardwebhooks.Webhook;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;

/**
 * The bare act of a delivery, as both limits do it: sign the bytes, post them over a kept connection, read the answer. Uses
 * every core, like the dispatcher.
 */
final class SignedPost {

    static final int AT_ONCE = 128;

    private final List<? extends Context> loops;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http;
    private final String url;
    private final Webhook key;

    SignedPost(Vertx vertx, String url) {
        this.loops = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(loop -> ((VertxInternal) vertx).createEventLoopContext()).toList();
        this.http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(AT_ONCE));
        this.url = url;
        try {
            this.key = new Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the status of the answer */
    Future<Integer> send(String id, byte[] body) {
        Promise<Integer> answered = Promise.promise();
        loops.get(turn.getAndIncrement() % loops.size()).runOnContext(here -> post(id, body).onComplete(answered));
        return answered.future();
    }

    private Future<Integer> post(String id, byte[] body) {
        long now = Instant.now().getEpochSecond();
        return http.request(new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url))
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .putHeader("webhook-id", id)
                        .putHeader("webhook-timestamp", Long.toString(now))
                        .putHeader("webhook-signature", signature(id, now, body))
                        .send(Buffer.buffer(body)))
                .compose(response -> response.end().map(response))
                .map(HttpClientResponse::statusCode);
    }

    private String signature(String id, long now, byte[] body) {
        try {
            return key.sign(id, now, new String(body, UTF_8));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
