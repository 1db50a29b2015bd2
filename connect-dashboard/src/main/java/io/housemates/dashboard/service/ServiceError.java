package io.housemates.dashboard.service;

import java.util.List;
import java.util.Map;

/** A service's refusal, as its envelope tells it. */
public class ServiceError extends RuntimeException {

    private final int status;
    private final String reason;
    private final Map<String, List<String>> fields;

    /**
     * @param status HTTP status
     * @param key the envelope's message, for example {@code api.conflict}
     * @param reason why, where the service says it in words; or null
     * @param fields what is wrong with each field, empty unless the status is 422
     */
    ServiceError(int status, String key, String reason, Map<String, List<String>> fields) {
        super(key, null, false, false);
        this.status = status;
        this.reason = reason;
        this.fields = fields;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public Map<String, List<String>> fields() {
        return fields;
    }
}
