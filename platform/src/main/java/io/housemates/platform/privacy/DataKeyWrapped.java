package io.housemates.platform.privacy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** {@code contracts/events/data_key.wrapped.v1.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DataKeyWrapped(String keyId, byte[] wrapped) {

    DataKeyWrapped {
        requireNonNull(keyId, "keyId");
        requireNonNull(wrapped, "wrapped");
    }

    @Override
    public String toString() {
        return "DataKeyWrapped[keyId=" + keyId + "]";
    }
}
