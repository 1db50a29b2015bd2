package io.housemates.dispatcher.subscription;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.dispatcher.signing.SecretBox;
import io.housemates.platform.privacy.ConfiguredKeyset;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;

/**
 * Seals what partners entrust to us before it is stored, with the keyset the operator configured; without one there is no
 * start.
 */
@Startup
@ApplicationScoped
class SecretVault {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private final SecretBox box;
    private final ObjectMapper json = new ObjectMapper();

    SecretVault(Keyset keyset) {
        this.box = SecretBox.of(new ConfiguredKeyset("WEBHOOK_KEYSET", keyset.json(), keyset.file()));
    }

    byte[] seal(String secret, String subscriptionId) {
        return box.seal(secret, subscriptionId);
    }

    String open(byte[] sealed, String subscriptionId) {
        return box.open(sealed, subscriptionId);
    }

    byte[] sealHeaders(Map<String, String> headers, String subscriptionId) {
        try {
            return box.seal(json.writeValueAsString(headers), subscriptionId);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, String> openHeaders(byte[] sealed, String subscriptionId) {
        try {
            return json.readValue(box.open(sealed, subscriptionId), HEADERS);
        } catch (JsonProcessingException notWrittenHere) {
            throw new IllegalStateException("headers of subscription " + subscriptionId + " are not readable");
        }
    }

    /** The same secret, sealed with the primary key. */
    byte[] sealAnew(byte[] sealed, String subscriptionId) {
        return box.seal(box.open(sealed, subscriptionId), subscriptionId);
    }

    /** With what everything begins that the primary key has sealed. */
    byte[] mark() {
        return box.mark();
    }

    /** The Tink keyset (AEAD, JSON) that seals secrets at rest. */
    @ConfigMapping(prefix = "dispatcher.keyset")
    interface Keyset {

        /** The keyset itself. */
        Optional<String> json();

        /** A file that holds the keyset; wins over the variable. */
        Optional<String> file();
    }
}
