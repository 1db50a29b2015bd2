package io.housemates.localstack.stripe.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/** An object as it was at one moment, kept as its JSON text: far smaller in memory than a tree, and written as it is. */
public final class Snapshot {

    @JsonValue
    @JsonRawValue
    private final String json;

    private Snapshot(String json) {
        this.json = json;
    }

    public static Snapshot of(StripeObject object) {
        return new Snapshot(Json.write(object));
    }

    @JsonCreator
    static Snapshot read(JsonNode tree) {
        return new Snapshot(Json.write(tree));
    }
}
