package io.housemates.dispatcher.inbox;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.platform.privacy.Sealed;

/**
 * A Kafka event that was understood but not opened.
 *
 * @param sourceId the CloudEvent's id, by which redelivery is noticed
 * @param body without personal data
 * @param sealed the personal data as it travelled; null when there was none, or it came in clear
 * @param inClear the personal data of an event of the first version; null when there was none
 */
record ArrivedEvent(String sourceId, String id, String partnerId, String type, String orderKey, Instant createdAt,
        String traceparent, ObjectNode body, Sealed sealed, ObjectNode inClear) {

    /** Under which key it is kept; null when nothing is personal. */
    String keyId() {
        if (inClear != null) {
            return localKeyOf(orderKey);
        }
        return sealed == null ? null : sealed.keyId();
    }

    /** What came in clear is sealed with a key of this service, one for each booking. */
    static String localKeyOf(String bookingId) {
        return bookingId + ".dispatcher";
    }

    @Override
    public String toString() {
        return "ArrivedEvent[id=" + id + "]";
    }
}
