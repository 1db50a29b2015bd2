package io.housemates.checkout.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.api.CommonError;

/**
 * Reads a catalogue document chunk by chunk, so that its size does not matter, and keeps going past rows it must refuse.
 *
 * The members of a JSON object have no order, but rooms need their properties: the document is put down in a file and read
 * once for each kind.
 */
@ApplicationScoped
class CatalogueImport {

    private static final Logger LOG = Logger.getLogger(CatalogueImport.class);
    /** Rows in memory at once: enough for a round trip to the database to be worth it. */
    static final int CHUNK = 250;
    private static final List<String> KINDS = List.of("operators", "properties", "rooms");

    private final ObjectMapper json;
    private final CatalogueChunks chunks;

    CatalogueImport(ObjectMapper json, CatalogueChunks chunks) {
        this.json = json;
        this.chunks = chunks;
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
        LOG.infof("Catalogue imported accepted=%s refused=%d", report.accepted(), report.refusedRows());
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
        List<DocumentRow> chunk = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            chunk.add(new DocumentRow(kind + "[" + i + "]", json.readTree(parser), null));
            if (chunk.size() == CHUNK) {
                chunks.take(kind, chunk, report);
                chunk = new ArrayList<>();
            }
        }
        chunks.take(kind, chunk, report);
    }

    private static void expect(JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
    }
}
