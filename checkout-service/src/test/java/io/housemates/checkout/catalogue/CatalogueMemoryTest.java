package io.housemates.checkout.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.support.LargeCatalogue;

class CatalogueMemoryTest {

    static final int ROOMS = 20_000;

    final List<WeakReference<DocumentRow>> seen = new ArrayList<>();
    int rooms;
    int largestChunk;

    @Test
    void holdsOneChunkOfALargeDocumentAtATime() throws IOException {
        var catalogue = new CatalogueImport(new ObjectMapper(), new CatalogueChunks(null, null, null) {
            @Override
            void take(String kind, List<DocumentRow> rows, ImportReport report) {
                if (kind.equals("rooms")) {
                    look(rows);
                }
            }
        });

        catalogue.read(new LargeCatalogue(ROOMS, 1).document());

        assertThat(rooms).isEqualTo(ROOMS);
        assertThat(largestChunk).isEqualTo(CatalogueImport.CHUNK);
    }

    private void look(List<DocumentRow> chunk) {
        rooms += chunk.size();
        largestChunk = Math.max(largestChunk, chunk.size());
        if (rooms == ROOMS / 2) {
            await().until(() -> {
                System.gc();
                return seen.stream().allMatch(row -> row.get() == null);
            });
        }
        chunk.forEach(row -> seen.add(new WeakReference<>(row)));
    }
}
