package io.housemates.localstack.partner;

import java.util.Map;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How the demo partner answers webhooks, set by {@code POST /behaviour}; absent members are as usual.
 *
 * @param status to answer with, 200 as usual
 * @param delayMs to wait before answering, in milliseconds
 * @param hang true never answers
 * @param headers to answer with, such as Retry-After
 * @param times for how many requests, then it is as usual again; absent for all
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Behaviour(Integer status, Long delayMs, boolean hang, Map<String, String> headers, Integer times) {

    static final Behaviour USUAL = new Behaviour(null, null, false, null, null);

    public Behaviour {
        status = status == null ? 200 : status;
        delayMs = delayMs == null ? 0 : delayMs;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** What holds for the request after one that was treated like this. */
    Behaviour next() {
        if (times == null) {
            return this;
        }
        return times <= 1 ? USUAL : new Behaviour(status, delayMs, hang, headers, times - 1);
    }

    int answered() {
        return hang ? 0 : status;
    }
}
