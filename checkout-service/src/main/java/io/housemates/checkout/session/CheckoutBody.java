package io.housemates.checkout.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.housemates.platform.api.CommonError;
import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * Reads a request body as one JSON object, whether it came as JSON or as a form.
 *
 * In a form the objects are fields that hold JSON text, or bracketed fields ({@code resident_details[first_name]}), and
 * booleans are the words true, false, 1 and 0.
 */
@ApplicationScoped
class CheckoutBody {

    private static final Set<String> FLAGS = Set.of("paying_in_instalments", "has_uk_based_guarantor",
            "is_using_housing_hand");
    private static final Set<String> OBJECTS = Set.of("resident_details", "supporting_contact_details", "course_details");
    private static final Pattern BRACKETED = Pattern.compile("(\\w+)\\[(\\w+)]");

    private final ObjectMapper json;

    CheckoutBody(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode read(byte[] body, MediaType type) {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type) ? readForm(body) : readJson(body);
    }

    private ObjectNode readJson(byte[] body) {
        try {
            if (body != null && json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // answered below, like every body that is not an object
        }
        throw CommonError.MALFORMED_REQUEST.exception();
    }

    private ObjectNode readForm(byte[] body) {
        ObjectNode object = json.createObjectNode();
        Map<String, String> fields = new LinkedHashMap<>();
        decode(body).forEach((name, values) -> fields.put(name, values.get(values.size() - 1)));
        fields.forEach((name, value) -> object.set(name, formValue(name, value)));
        fields.forEach((name, value) -> putMember(object, name, value));
        return object;
    }

    /** Next to a plain field of the same name that is no object, brackets do not count, and the field's rule refuses it. */
    private static void putMember(ObjectNode object, String name, String value) {
        Matcher bracketed = BRACKETED.matcher(name);
        if (!bracketed.matches() || !OBJECTS.contains(bracketed.group(1))) {
            return;
        }
        JsonNode named = object.path(bracketed.group(1));
        if (named.isMissingNode() || named.isNull()) {
            object.putObject(bracketed.group(1)).put(bracketed.group(2), value);
        } else if (named instanceof ObjectNode members) {
            members.put(bracketed.group(2), value);
        }
    }

    private static Map<String, List<String>> decode(byte[] body) {
        try {
            return new QueryStringDecoder(new String(body, UTF_8), UTF_8, false, 1_000, true).parameters();
        } catch (IllegalArgumentException e) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
    }

    private JsonNode formValue(String name, String value) {
        if (FLAGS.contains(name)) {
            return switch (value) {
                case "true", "1" -> json.getNodeFactory().booleanNode(true);
                case "false", "0" -> json.getNodeFactory().booleanNode(false);
                case "" -> json.nullNode();
                default -> TextNode.valueOf(value);
            };
        }
        return OBJECTS.contains(name) ? parsed(value) : TextNode.valueOf(value);
    }

    /** Text that is not JSON stays text and is refused by its field's rule. */
    private JsonNode parsed(String value) {
        try {
            return value.isBlank() ? json.nullNode() : json.readTree(value);
        } catch (IOException e) {
            return TextNode.valueOf(value);
        }
    }
}
