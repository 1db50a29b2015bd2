package io.housemates.checkout.catalogue;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes some rows of a catalogue document: read each, write all that can be read, and keep the search up to date. */
@ApplicationScoped
class CatalogueChunks {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CatalogueReader reader;
    private final CatalogueWriter writer;
    private final OnSale onSale;

    CatalogueChunks(CatalogueReader reader, CatalogueWriter writer, OnSale onSale) {
        this.reader = reader;
        this.writer = writer;
        this.onSale = onSale;
    }

    void take(String kind, List<DocumentRow> rows, ImportReport report) {
        switch (kind) {
            case "operators" -> take(CatalogueTable.OPERATOR, rows, reader::operator, report);
            case "properties" -> onSale.refreshProperties(ids(take(CatalogueTable.PROPERTY, rows, reader::property, report)))
                    .await().atMost(TIMEOUT);
            default -> takeRooms(rows, report);
        }
    }

    private void takeRooms(List<DocumentRow> rows, ImportReport report) {
        Map<Boolean, List<DocumentRow>> rooms = rows.stream().collect(partitioningBy(DocumentRow::isWithdrawn));
        var withdrawn = take(CatalogueTable.WITHDRAWN_ROOM, rooms.get(true), reader::withdrawnRoom, report);
        var taken = take(CatalogueTable.ROOM, rooms.get(false), reader::room, report);
        takePeriods(periodsOf(rooms.get(false), taken), report);
        onSale.refreshRooms(Stream.of(withdrawn, taken).flatMap(List::stream).map(CatalogueRow::id).toList())
                .await().atMost(TIMEOUT);
    }

    private void takePeriods(List<DocumentRow> rows, ImportReport report) {
        Map<Boolean, List<DocumentRow>> periods = rows.stream().collect(partitioningBy(DocumentRow::isWithdrawn));
        take(CatalogueTable.WITHDRAWN_PERIOD, periods.get(true), reader::withdrawnPeriod, report);
        take(CatalogueTable.PERIOD, periods.get(false), reader::period, report);
    }

    /** A room that was refused takes its periods with it. */
    private static List<DocumentRow> periodsOf(List<DocumentRow> rooms, List<CatalogueRow> taken) {
        Set<String> paths = taken.stream().map(CatalogueRow::path).collect(toSet());
        List<DocumentRow> periods = new ArrayList<>();
        for (DocumentRow room : rooms) {
            JsonNode nodes = room.node().path("booking_periods");
            for (int i = 0; i < nodes.size() && paths.contains(room.path()); i++) {
                periods.add(new DocumentRow(room.path() + ".booking_periods[" + i + "]", nodes.get(i), room.node()));
            }
        }
        return periods;
    }

    private List<CatalogueRow> take(CatalogueTable table, List<DocumentRow> rows, Function<DocumentRow, CatalogueRow> reading,
            ImportReport report) {
        List<CatalogueRow> readable = new ArrayList<>();
        for (DocumentRow row : rows) {
            try {
                readable.add(reading.apply(row));
            } catch (RefusedRowException e) {
                report.refuse(row.path(), row.id(), e.getMessage());
            }
        }
        return writer.write(table, readable, report);
    }

    private static List<String> ids(List<CatalogueRow> rows) {
        return rows.stream().map(CatalogueRow::id).toList();
    }
}
