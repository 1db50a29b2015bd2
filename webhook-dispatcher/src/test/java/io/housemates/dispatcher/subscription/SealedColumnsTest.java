package io.housemates.dispatcher.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import io.housemates.dispatcher.signing.SecretBox;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.platform.privacy.ConfiguredKeyset;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The last step of changing the keyset: nothing needs the old key any more. */
@DispatcherTest
class SealedColumnsTest {

    private static final int NEW_KEY = 2;

    @Inject
    Pool pool;

    @ConfigProperty(name = "dispatcher.keyset.json")
    String running;

    String subscription;
    KeysetHandle both;

    @BeforeEach
    void subscribe() throws Exception {
        both = KeysetHandle.newBuilder(TinkJsonProtoKeysetFormat.parseKeyset(running, InsecureSecretKeyAccess.get()))
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withFixedId(NEW_KEY).makePrimary())
                .build();
        subscription = TestPartner.introduced().request().contentType(ContentType.JSON)
                .body(Map.of("url", "http://127.0.0.1:9/", "events", List.of("*"), "access_token", "token", "headers",
                        Map.of("X-Tenant", "mine")))
                .post("/api/webhooks").then().statusCode(201).extract().path("data.id");
    }

    /** The running service knows the old key only. */
    @AfterEach
    void back() throws Exception {
        KeysetHandle.Builder keys = KeysetHandle.newBuilder(both);
        keys.getAt(0).makePrimary();
        KeysetHandle asBefore = keys.build();
        await(columns(asBefore).seal());
        assertThat(await(columns(asBefore).old())).isZero();
    }

    @Test
    void needsTheOldKeyNoMore() throws Exception {
        SealedColumns columns = columns(both);
        assertThat(await(columns.old())).isGreaterThanOrEqualTo(3);
        assertThat(await(columns.seal()).sealed()).isGreaterThanOrEqualTo(3);
        assertThat(await(columns.old())).isZero();
        assertThat(await(columns.seal()).sealed()).as("sealed already").isZero();

        SecretBox withoutOld = SecretBox
                .of(ConfiguredKeyset.of("WEBHOOK_KEYSET", text(KeysetHandle.newBuilder(both).deleteAt(0).build())));
        Row row = await(pool.preparedQuery("SELECT s.access_token, s.headers, k.sealed FROM subscription s "
                + "JOIN subscription_secret k ON k.subscription_id = s.id WHERE s.id = $1").execute(Tuple.of(subscription)))
                .iterator().next();
        assertThat(withoutOld.open(row.getBuffer("access_token").getBytes(), subscription)).isEqualTo("token");
        assertThat(withoutOld.open(row.getBuffer("headers").getBytes(), subscription)).contains("mine");
        assertThat(withoutOld.open(row.getBuffer("sealed").getBytes(), subscription)).startsWith("whsec_");
    }

    @Test
    void goesOnBehindAValueThatNoKeyOpens() throws Exception {
        await(pool.preparedQuery("INSERT INTO subscription_secret (id, subscription_id, sealed, created_at, expires_at) "
                + "VALUES ('0 broken', $1, '\\x00', now(), 'epoch')").execute(Tuple.of(subscription)));
        try {
            SealedColumns columns = columns(both);
            SealedColumns.Done done = await(columns.seal());
            assertThat(done.sealed()).isGreaterThanOrEqualTo(3);
            assertThat(done.unopened()).isEqualTo(1);
            assertThat(await(columns.old())).as("the broken one").isEqualTo(1);
        } finally {
            await(pool.query("DELETE FROM subscription_secret WHERE id = '0 broken'").execute());
        }
    }

    @Test
    void isTheOperatorsCall() {
        given().header("Authorization", "Bearer test-admin").post("/admin/webhook-secrets/reseal").then().statusCode(200)
                .body("data.remaining", equalTo(0)).body("data.unopened", equalTo(0));
        given().post("/admin/webhook-secrets/reseal").then().statusCode(401);
    }

    private SealedColumns columns(KeysetHandle keyset) throws Exception {
        String text = text(keyset);
        return new SealedColumns(pool, new SecretVault(new SecretVault.Keyset() {
            @Override
            public Optional<String> json() {
                return Optional.of(text);
            }

            @Override
            public Optional<String> file() {
                return Optional.empty();
            }
        }));
    }

    private static String text(KeysetHandle keyset) throws Exception {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static <T> T await(Uni<T> result) {
        return result.await().atMost(Duration.ofSeconds(60));
    }
}
