package io.housemates.checkout.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.api.CommonError;

/**
 * Reads a catalogue document row by row, so that its size does not matter, and keeps going past rows it must refuse.
 *
 * The members of a JSON object have no order, but rooms need their properties: the document is put down in a file and read
 * once for each kind.
 */
@ApplicationScoped
class CatalogueImport {

    private static final Logger LOG = Logger.getLogger(CatalogueImport.class);
    private static final List<String> KINDS = List.of("operators", "properties", "rooms");

    private final ObjectMapper json;
    private final CatalogueRows rows;

    CatalogueImport(ObjectMapper json, CatalogueRows rows) {
        this.json = json;
        this.rows = rows;
    }

    ImportReport read(InputStream document) throws IOException {
        Path file = Files.createTempFile("catalogue", ".json");
        try {
            Files.copy(document, file, StandardCopyOption.REPLACE_EXISTING);
            return read(file);
        } finally {
            Files.delete(file);
        }
    }

    private ImportReport read(Path file) throws IOException {
        ImportReport report = ImportReport.empty();
        pass(file, (parser, kind) -> {
            if (!KINDS.contains(kind)) {
                report.refuse(kind, null, "Nothing is called " + kind + ".");
            }
            parser.skipChildren();
        });
        for (String wanted : KINDS) {
            pass(file, (parser, kind) -> {
                if (kind.equals(wanted)) {
                    takeRows(parser, kind, report);
                } else {
                    parser.skipChildren();
                }
            });
        }
        LOG.infof("Catalogue imported accepted=%s refused=%d", report.accepted(), report.refused().size());
        return report;
    }

    private interface Member {
        void read(JsonParser parser, String kind) throws IOException;
    }

    private void pass(Path file, Member member) throws IOException {
        try (JsonParser parser = json.createParser(file.toFile())) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String kind = parser.currentName();
                expect(parser.nextToken(), JsonToken.START_ARRAY);
                member.read(parser, kind);
            }
        }
    }

    private void takeRows(JsonParser parser, String kind, ImportReport report) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode row = json.readTree(parser);
            String path = kind + "[" + i + "]";
            switch (kind) {
                case "operators" -> take(row, CatalogueDocument.Operator.class, kind, path, report, rows::write);
                case "properties" -> take(row, CatalogueDocument.Property.class, kind, path, report, rows::write);
                default -> take(row, CatalogueDocument.Room.class, kind, path, report, room -> {
                    rows.write(room);
                    takePeriods(room, row.path("booking_periods"), path, report);
                });
            }
        }
    }

    private void takePeriods(CatalogueDocument.Room room, JsonNode periods, String path, ImportReport report) {
        for (int i = 0; i < periods.size(); i++) {
            take(periods.get(i), CatalogueDocument.Period.class, "booking_periods", path + ".booking_periods[" + i + "]",
                    report, period -> rows.write(room, period));
        }
    }

    private interface Writer<T> {
        void write(T row);
    }

    private <T> void take(JsonNode node, Class<T> type, String kind, String path, ImportReport report, Writer<T> writer) {
        try {
            writer.write(json.treeToValue(node, type));
            report.accept(kind);
        } catch (IOException e) {
            report.refuse(path, node.path("id").asText(null), "The row does not have the expected shape.");
        } catch (RefusedRowException e) {
            report.refuse(path, node.path("id").asText(null), e.getMessage());
        }
    }

    private static void expect(JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
    }
}
