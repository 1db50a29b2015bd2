package io.housemates.platform.api;

import java.util.List;
import java.util.Map;

/** Every field that is wrong in a request, told at once; becomes a 422 with {@code data.messages}. */
public class InvalidFieldsException extends RuntimeException {

    private final Map<String, List<String>> messages;

    public InvalidFieldsException(Map<String, List<String>> messages) {
        this(CommonError.INVALID_FIELDS.key(), messages);
    }

    /** @param message the envelope's message where a field has one of its own */
    public InvalidFieldsException(String message, Map<String, List<String>> messages) {
        super(message, null, false, false);
        this.messages = messages;
    }

    public static InvalidFieldsException of(String field, String message) {
        return new InvalidFieldsException(Map.of(field, List.of(message)));
    }

    public Map<String, List<String>> messages() {
        return messages;
    }
}
