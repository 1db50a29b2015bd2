package io.housemates.checkout.cancellation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes terms of what an operator said, or did not say. */
@ApplicationScoped
public class CancellationPolicies {

    private static final CancellationPolicy UNSAID = new CancellationPolicy(null, null, null, null);

    private final CancellationPolicy standard;
    private final ObjectMapper json;

    CancellationPolicies(CancellationConfig config, ObjectMapper json) {
        this.standard = new CancellationPolicy(config.coolingOffDays(), config.noVisaNoPay(), config.noPlaceNoPay(),
                config.laterPercent());
        this.json = json;
    }

    /** @param stored JSON, null where the operator has not said anything */
    public CancellationPolicy read(String stored) {
        try {
            return stored == null ? standard : json.readValue(stored, CancellationPolicy.class).or(standard);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An operator's cancellation policy cannot be read", e);
        }
    }

    /** @param offered null in checkouts that are older than policies */
    public CancellationTerms terms(CancellationPolicy offered, Instant bookedAt) {
        return (offered == null ? UNSAID : offered).or(standard).terms(bookedAt);
    }
}
