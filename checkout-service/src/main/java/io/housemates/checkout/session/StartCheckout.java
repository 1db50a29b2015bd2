package io.housemates.checkout.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.checkout.details.Fields;
import io.housemates.platform.api.InvalidFieldsException;

/** What a client says to start a checkout. */
record StartCheckout(String roomId, String periodId, String operatorId) {

    private static final int ID = 64;

    static StartCheckout of(String roomId, JsonNode body) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        Fields fields = new Fields(body, messages);
        var request = new StartCheckout(roomId, fields.text("booking_period_id", ID), fields.text("operator_id", ID));
        if (!messages.isEmpty()) {
            throw new InvalidFieldsException(messages);
        }
        return request;
    }
}
