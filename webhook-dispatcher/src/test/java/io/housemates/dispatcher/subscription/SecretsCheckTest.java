package io.housemates.dispatcher.subscription;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;

@DispatcherTest
class SecretsCheckTest {

    @Inject
    Pool pool;

    @ConfigProperty(name = "dispatcher.keyset.json")
    String running;

    @BeforeEach
    void subscribe() {
        Subscribed.to("http://127.0.0.1:9/", TestPartner.introduced(), "*");
    }

    @Test
    void startsWithTheKeysetThatSealedWhatIsStored() {
        assertThatCode(() -> start(running)).doesNotThrowAnyException();
    }

    @Test
    void doesNotStartWithAnother() throws Exception {
        String other = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        assertThatThrownBy(() -> start(other)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WEBHOOK_KEYSET").hasMessageNotContaining("primaryKeyId");
    }

    private void start(String keyset) {
        var vault = new SecretVault(new SecretVault.Keyset() {
            @Override
            public Optional<String> json() {
                return Optional.of(keyset);
            }

            @Override
            public Optional<String> file() {
                return Optional.empty();
            }
        });
        new SecretsCheck(pool, vault).onStart(new StartupEvent());
    }
}
