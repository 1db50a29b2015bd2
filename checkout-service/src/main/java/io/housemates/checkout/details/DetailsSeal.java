package io.housemates.checkout.details;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.platform.privacy.DataKey;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.ErasedKeyException;
import io.housemates.platform.privacy.Sealed;
import io.smallrye.mutiny.Uni;

/** Seals what a student told us with the key of the session, before anything is stored. */
@ApplicationScoped
public class DetailsSeal {

    private final DataKeys keys;
    private final ObjectMapper json;

    DetailsSeal(DataKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** A session whose key was destroyed is long over. */
    public Uni<SealedDetails> seal(String sessionId, StudentDetails details) {
        return keys.obtain(sessionId)
                .onFailure(ErasedKeyException.class).transform(e -> CheckoutError.CHECKOUT_SESSION_EXPIRED.exception())
                .map(key -> new SealedDetails(details.plan(), details.contactKind(), seal(details, key)));
    }

    private Sealed seal(StudentDetails details, DataKey key) {
        try {
            return Sealed.of(json.writeValueAsBytes(PersonalDetails.of(details)), key);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
