package io.housemates.checkout.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a catalogue document.
 *
 * @param accepted rows taken, by kind
 * @param refused rows left out, each with its place and the reason; the first 1,000
 */
record ImportReport(Map<String, Integer> accepted, List<Refused> refused) {

    private static final int SHOWN = 1_000;

    record Refused(String path, String id, String reason) {
    }

    static ImportReport empty() {
        Map<String, Integer> accepted = new LinkedHashMap<>();
        for (String kind : List.of("operators", "properties", "rooms", "booking_periods")) {
            accepted.put(kind, 0);
        }
        return new ImportReport(accepted, new ArrayList<>());
    }

    void accept(String kind) {
        accepted.merge(kind, 1, Integer::sum);
    }

    void refuse(String path, Object id, String reason) {
        if (refused.size() < SHOWN) {
            refused.add(new Refused(path, id == null ? null : id.toString(), reason));
        }
    }
}
