package io.housemates.localstack.stripe.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.localstack.stripe.state.Json;
import io.housemates.localstack.stripe.state.StripeObject;

/** Turns what an endpoint returns into its JSON: ids replaced by objects where {@code expand} asks, less of it for browsers. */
public final class View {

    private static final Set<String> NOT_FOR_BROWSERS = Set.of("metadata", "latest_charge", "amount_received", "customer");

    private final Function<String, Optional<? extends StripeObject>> objects;

    /** @param objects finds any object by its id */
    public View(Function<String, Optional<? extends StripeObject>> objects) {
        this.objects = objects;
    }

    Answer of(Object result, ApiRequest request) {
        List<String> expansions = request.form().list("expand");
        if (expansions.isEmpty() && request.caller() == Caller.SERVER) {
            return Answer.ok(Json.write(result));
        }
        JsonNode tree = Json.tree(result);
        expansions.forEach(path -> expand(tree, Arrays.asList(path.split("\\."))));
        if (request.caller() == Caller.BROWSER && tree instanceof ObjectNode object) {
            object.remove(NOT_FOR_BROWSERS);
        }
        return Answer.ok(Json.write(tree));
    }

    private void expand(JsonNode node, List<String> path) {
        if (node.isArray()) {
            node.forEach(item -> expand(item, path));
        } else if (node instanceof ObjectNode object) {
            String field = path.get(0);
            if (!object.has(field)) {
                throw StripeError.invalid("expand", "This property cannot be expanded (" + field + ").");
            }
            if (object.get(field).isTextual()) {
                objects.apply(object.get(field).asText()).ifPresent(found -> object.set(field, Json.tree(found)));
            }
            if (path.size() > 1) {
                expand(object.get(field), path.subList(1, path.size()));
            }
        }
    }
}
