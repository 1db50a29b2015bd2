package io.housemates.dispatcher.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;

/** What a partner changes at one replica holds at the others. */
@DispatcherTest
class ChangedEndpointsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Inject
    SecretVault vault;

    TestPartner partner;
    Endpoints ofTheOther;
    ChangedEndpoints other;

    @BeforeEach
    void anotherReplica() {
        partner = TestPartner.introduced();
        ofTheOther = new Endpoints(pool, pool, vault);
        other = new ChangedEndpoints(pool, ofTheOther);
    }

    @Test
    void aDeletedOneIsNotSentToAnyMore() {
        var subscribed = known("http://127.0.0.1:9/");
        look();
        assertThat(ofTheOther.known(subscribed.id(), 0)).as("nothing changed").isPresent();

        partner.request().delete("/api/webhooks/" + subscribed.id()).then().statusCode(200);
        look();

        assertThat(ofTheOther.known(subscribed.id(), 0)).isEmpty();
        assertThat(ofTheOther.load(subscribed.id()).map(Endpoint::subscriptionId)
                .onFailure(NoSuchElementException.class).recoverWithItem("deleted").await().atMost(SOON)).isEqualTo("deleted");
    }

    @Test
    void aChangedOneIsLoadedAnewOnce() {
        var subscribed = known("http://127.0.0.1:9/");
        partner.request().contentType(ContentType.JSON).body(Map.of("enabled", false, "url", "http://127.0.0.1:10/"))
                .patch("/api/webhooks/" + subscribed.id()).then().statusCode(200);
        look();
        assertThat(ofTheOther.known(subscribed.id(), 0)).isEmpty();

        Endpoint anew = ofTheOther.load(subscribed.id()).await().atMost(SOON);
        look();

        assertThat(anew.enabled()).isFalse();
        assertThat(ofTheOther.known(subscribed.id(), 0)).contains(anew);
    }

    @Test
    void oneThatIsGoneIsGoneForAll() {
        try (var receiver = Receiver.answering(410)) {
            var subscribed = known(receiver.url());
            Booking.of(partner).create();
            await().until(() -> {
                look();
                return ofTheOther.known(subscribed.id(), 0).isEmpty();
            });
        }
    }

    private Subscribed known(String url) {
        var subscribed = Subscribed.to(url, partner, "booking.*");
        ofTheOther.load(subscribed.id()).await().atMost(SOON);
        return subscribed;
    }

    private void look() {
        other.look().await().atMost(SOON);
    }
}
