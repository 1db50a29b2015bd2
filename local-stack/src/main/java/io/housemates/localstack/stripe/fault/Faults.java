package io.housemates.localstack.stripe.fault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.stripe.state.Json;

/** The faults that were asked for and have not happened yet; the oldest one that matches happens first. */
public final class Faults {

    private final Map<String, Fault> faults = new LinkedHashMap<>();

    /** @param wanted {@code {"match":{…},"kind":…,"skip":…,"times":…,"delay_ms":…}} */
    public Fault add(JsonNode wanted) {
        Fault fault = Json.read(wanted, Fault.Wanted.class).fault();
        faults.put(fault.id(), fault);
        return fault;
    }

    public Collection<Fault> all() {
        return List.copyOf(faults.values());
    }

    public void remove(String id) {
        faults.remove(id);
    }

    public void clear() {
        faults.clear();
    }

    public Optional<Fault> forRequest(String method, String path, String idempotencyKey) {
        return faults.isEmpty() ? Optional.empty()
                : take(fault -> !fault.kind().ofWebhooks() && fault.match().matchesRequest(method, path, idempotencyKey));
    }

    public Optional<Fault> forEvent(String type, String subject) {
        return faults.isEmpty() ? Optional.empty()
                : take(fault -> fault.kind().ofWebhooks() && fault.match().matchesEvent(type, subject));
    }

    private Optional<Fault> take(Predicate<Fault> meant) {
        Optional<Fault> found = faults.values().stream().filter(meant).findFirst();
        found.map(Fault::counted).ifPresent(counted -> {
            if (counted.spent()) {
                faults.remove(counted.id());
            } else {
                faults.put(counted.id(), counted);
            }
        });
        return found.filter(Fault::due);
    }
}
