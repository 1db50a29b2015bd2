package io.housemates.checkout.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.details.Fields;
import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.partner.AccessToken;

/** Reads the {@code session_token} that Start gave out. */
final class SessionToken {

    private static final String NAME = "session_token";

    private SessionToken() {
    }

    static AccessToken in(ObjectNode body) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        String token = new Fields(body, messages).text(NAME, 200);
        if (token == null) {
            throw new InvalidFieldsException(messages);
        }
        return new AccessToken(token);
    }
}
