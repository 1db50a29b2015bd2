package io.housemates.platform.api;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Error answers as bytes: ASCII only, because clients cut the text after 120 bytes. */
final class ErrorBody {

    private static final ObjectWriter ASCII = JsonMapper.builder().build().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private ErrorBody() {
    }

    static String of(ErrorCode error, String data) {
        return write(Envelope.error(error.number(), error.key(), data));
    }

    static String of(InvalidFieldsException invalid) {
        return write(Envelope.error(CommonError.INVALID_FIELDS.number(), invalid.getMessage(),
                Map.of("messages", invalid.messages())));
    }

    private static String write(Envelope<Object> envelope) {
        try {
            return ASCII.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
