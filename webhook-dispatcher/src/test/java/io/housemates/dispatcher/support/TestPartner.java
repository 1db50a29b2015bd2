package io.housemates.dispatcher.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.partner.AccessToken;
import io.restassured.specification.RequestSpecification;

/** A partner with one token, made known to the service the way the owner of partners does it. */
public record TestPartner(String id, AccessToken token) {

    /** Comes back once the service accepts the credentials. */
    public static TestPartner introduced() {
        var partner = new TestPartner(UlidCreator.getUlid().toString(), AccessToken.generate("hm_test_"));
        partner.announce(1, true);
        await().until(() -> partner.request().get("/api/webhooks").statusCode() == 200);
        return partner;
    }

    public void revoke() {
        announce(2, false);
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token.secret()).header("X-API-PARTNER-ID", id);
    }

    private void announce(int version, boolean valid) {
        ObjectNode changed = Examples.of("partner.changed").put("partnerId", id).put("version", version);
        if (valid) {
            ((ObjectNode) changed.at("/accessTokens/0")).put("sha256", token.sha256());
        } else {
            changed.putArray("accessTokens");
        }
        Kafka.send("partners", id, "partner.changed", Examples.bytes(changed));
    }
}
