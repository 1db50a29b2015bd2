package io.housemates.checkout.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.RawHttp;
import io.restassured.RestAssured;

/** Each address has its share of pages; whose it is says the connection, or a proxy that is trusted. */
@CheckoutTest
class AddressLimitTest {

    @Test
    void countsWhoATrustedProxyNames() {
        await().until(() -> flood("203.0.113.7"), statuses -> statuses.contains(429));
        assertThat(few("127.0.0.1", "X-Forwarded-For: 203.0.113.8")).as("a neighbour").containsOnly(404);
        assertThat(few("127.0.0.1", "")).as("the proxy itself").containsOnly(404);
        assertThat(few("127.0.0.5", "X-Forwarded-For: 203.0.113.7")).as("the word of anybody else").containsOnly(404);
    }

    /** Faster than its share comes back. */
    private static List<Integer> few(String from, String headers) {
        return IntStream.range(0, 20).mapToObj(i -> RawHttp.getFrom(from, "/few" + i + "/start", headers).status()).toList();
    }

    /** Of sessions that there are not, each another, so that none comes to the limit of its own. */
    private static List<Integer> flood(String address) {
        HttpClient http = HttpClient.newHttpClient();
        var answers = IntStream.range(0, 400).mapToObj(i -> http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/none" + i + "/start"))
                        .header("X-Forwarded-For", address).build(),
                BodyHandlers.discarding())).toList();
        return answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).distinct().toList();
    }
}
