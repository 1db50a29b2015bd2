package io.housemates.checkout.catalogue;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Admin's door to the catalogue of operators, properties, rooms and booking periods. */
@Path("/admin/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: catalogue", description = "What is on sale.")
@Cancellable(false)
class CatalogueAdminResource {

    private final CatalogueImport catalogue;
    private final Withdrawals withdrawals;

    CatalogueAdminResource(CatalogueImport catalogue, Withdrawals withdrawals) {
        this.catalogue = catalogue;
        this.withdrawals = withdrawals;
    }

    @PUT
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Import a catalogue document: every row is inserted or updated, and the report names what was refused", description = "A document may hold a part of the catalogue: what it does not name stays as it is. A room or booking "
            + "period with \"withdrawn\": true goes off sale, its id is enough; one that is named without goes back on sale. Checkouts under way keep "
            + "the price, the unit and the cancellation terms that they have. An operator may carry a cancellation_policy with cooling_off_days, no_visa_no_pay, "
            + "no_place_no_pay and later_percent, the share of the deposit that comes back otherwise; left out it stays, null takes it away. "
            + "It may also carry a contact_policy, {\"rules\": [...]}: who vouches for students, as Start announces in requirements.contact_rules. "
            + "The first rule that fits decides; left out it stays, null takes the default one. "
            + "A currency has at most two decimals, and is none that Stripe counts otherwise than ISO 4217 (ISK, UGX, MGA); a holding_deposit is 0 or "
            + "within the amounts that Stripe charges.")
    public Envelope<ImportReport> put(InputStream document) throws IOException {
        return Envelope.ok(catalogue.read(document));
    }

    @DELETE
    @Path("rooms/{room_id}")
    @Operation(summary = "Take a room off sale", description = "At once, and until a catalogue document names it again. Checkouts under way go on.")
    public Uni<Envelope<Item<Withdrawn>>> withdrawRoom(String room_id) {
        return withdrawals.room(room_id).map(Item::of);
    }

    @DELETE
    @Path("booking-periods/{period_id}")
    @Operation(summary = "Take a booking period off sale", description = "At once, and until a catalogue document names it again. Checkouts under way go on.")
    public Uni<Envelope<Item<Withdrawn>>> withdrawPeriod(String period_id) {
        return withdrawals.period(period_id).map(Item::of);
    }
}
