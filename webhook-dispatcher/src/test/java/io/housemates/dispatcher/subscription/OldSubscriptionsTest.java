package io.housemates.dispatcher.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.TestPartner;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Secrets do not outlive their use. */
@DispatcherTest
class OldSubscriptionsTest {

    @Inject
    Database database;

    TestPartner partner;
    String id;

    @BeforeEach
    void subscribe() {
        partner = TestPartner.introduced();
        id = partner.request().contentType(ContentType.JSON)
                .body(Map.of("url", "http://127.0.0.1:9/", "events", List.of("*"), "access_token", "token", "headers",
                        Map.of("X-Tenant", "mine")))
                .post("/api/webhooks").then().statusCode(201).extract().path("data.id");
    }

    @Test
    void forgetsTheSecretsOfADeletedOneAtOnce() {
        partner.request().delete("/api/webhooks/" + id).then().statusCode(200).body("data.id", equalTo(id))
                .body("data.headers", equalTo(List.of("X-Tenant")));

        assertThat(secrets()).isEqualTo("0");
        assertThat(database.value("SELECT coalesce(access_token, headers) FROM subscription WHERE id = '" + id + "'"))
                .isEqualTo("null");
    }

    @Test
    void removesRotatedSecretsADayAfterTheirOverlap() {
        partner.request().contentType(ContentType.JSON).body("{}").post("/api/webhooks/" + id + "/rotate-secret").then()
                .statusCode(200);
        removeOld();
        assertThat(secrets()).as("both sign").isEqualTo("2");

        database.run("UPDATE subscription_secret SET expires_at = now() - interval '25 hours' WHERE expires_at IS NOT NULL "
                + "AND subscription_id = '" + id + "'");
        removeOld();
        assertThat(secrets()).isEqualTo("1");
    }

    @Test
    void removesADeletedOneOnceNoDeliveryRefersToItAnyMore() {
        database.run("INSERT INTO endpoint_health (subscription_id) VALUES ('" + id + "')");
        database.run("INSERT INTO replay (id, subscription_id, partner_id, scope, since, until, state, total, created_at, "
                + "updated_at) VALUES ('" + id + "', '" + id + "', 'p', 'all', now(), now(), 'DONE', 0, now(), now())");
        partner.request().delete("/api/webhooks/" + id).then().statusCode(200);
        deletedDaysAgo(31);
        removeOld();
        assertThat(known()).as("a month's deliveries are still there").isEqualTo("1");

        deletedDaysAgo(33);
        operator().get("/admin/retention").then().statusCode(200)
                .body("data.items.find { it.data == 'deleted_webhooks' }.due", greaterThanOrEqualTo(1));
        removeOld();
        assertThat(known()).isEqualTo("0");
    }

    private void deletedDaysAgo(int days) {
        database.run("UPDATE subscription SET deleted_at = now() - interval '" + days + " days' WHERE id = '" + id + "'");
    }

    private void removeOld() {
        operator().post("/admin/retention").then().statusCode(200);
    }

    private String known() {
        return database.value("SELECT count(*) FROM subscription WHERE id = '" + id + "'");
    }

    private String secrets() {
        return database.value("SELECT count(*) FROM subscription_secret WHERE subscription_id = '" + id + "'");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-admin");
    }
}
