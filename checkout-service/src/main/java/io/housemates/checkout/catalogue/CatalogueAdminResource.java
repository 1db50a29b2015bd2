package io.housemates.checkout.catalogue;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.partner.AdminApi;
import io.smallrye.common.annotation.Blocking;

/** Admin's door to the catalogue of operators, properties, rooms and booking periods. */
@AdminApi
@Path("/admin/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: catalogue")
class CatalogueAdminResource {

    private final CatalogueImport catalogue;

    CatalogueAdminResource(CatalogueImport catalogue) {
        this.catalogue = catalogue;
    }

    @PUT
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Import a catalogue document: every row is inserted or updated, and the report names what was refused")
    public Envelope<ImportReport> put(InputStream document) throws IOException {
        return Envelope.ok(catalogue.read(document));
    }
}
