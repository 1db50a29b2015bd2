package io.housemates.checkout.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a catalogue document; its size does not grow with the document's. */
final class ImportReport {

    private static final int SHOWN = 1_000;

    private final Map<String, Integer> accepted = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private int refusedRows;

    /** @param path the row's place in the document */
    record Refused(String path, String id, String reason) {
    }

    static ImportReport empty() {
        var report = new ImportReport();
        for (String kind : List.of("operators", "properties", "rooms", "booking_periods")) {
            report.accepted.put(kind, 0);
        }
        return report;
    }

    void accept(String kind) {
        accepted.merge(kind, 1, Integer::sum);
    }

    void refuse(String path, Object id, String reason) {
        refusedRows++;
        if (refused.size() < SHOWN) {
            refused.add(new Refused(path, id == null ? null : id.toString(), reason));
        }
    }

    /** Rows taken, by kind. */
    @JsonProperty
    Map<String, Integer> accepted() {
        return accepted;
    }

    /** Rows left out, each with its place and the reason; the first 1,000. */
    @JsonProperty
    List<Refused> refused() {
        return refused;
    }

    /** How many rows were left out in all. */
    @JsonProperty("refused_rows")
    int refusedRows() {
        return refusedRows;
    }
}
