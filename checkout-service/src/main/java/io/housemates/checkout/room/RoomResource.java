package io.housemates.checkout.room;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.Envelope;
import io.housemates.platform.api.Item;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageAddress;
import io.housemates.platform.api.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** The partner's view of the rooms on sale; wire format: api-contract, section Rooms. */
@Path("/api/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rooms", description = "What can be booked.")
class RoomResource {

    private final Rooms rooms;

    RoomResource(Rooms rooms) {
        this.rooms = rooms;
    }

    @GET
    @Operation(summary = "Search the rooms on sale", description = "The cheapest first, unless sorted. Filters are joined by and; blank and unknown "
            + "ones are ignored, a wrong value is 422. A search without a match is 404 api.room_type_not_found.")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Counted from 1.")
    @Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, default 10.")
    @Parameter(name = "filter[city]", in = ParameterIn.QUERY, description = "Any letter case.")
    @Parameter(name = "filter[price_range]", in = ParameterIn.QUERY, description = "The cheapest price per week, major units of the room's currency, inclusive: 100-200, 100,200, 100- or -200.")
    @Parameter(name = "filter[move_in_from]", in = ParameterIn.QUERY, description = "A period starts on or after this day, DD-MM-YYYY.")
    @Parameter(name = "filter[move_in_to]", in = ParameterIn.QUERY, description = "The same period starts on or before this day, DD-MM-YYYY.")
    @Parameter(name = "filter[country]", in = ParameterIn.QUERY, description = "ISO 3166-1 alpha-2.")
    @Parameter(name = "filter[operator_id]", in = ParameterIn.QUERY, description = "UUID.")
    @Parameter(name = "filter[property_id]", in = ParameterIn.QUERY, description = "ULID.")
    @Parameter(name = "filter[university]", in = ParameterIn.QUERY, description = "A university's whole name, any letter case.")
    @Parameter(name = "sort[price]", in = ParameterIn.QUERY, description = "asc or desc; goes before the others.")
    @Parameter(name = "sort[name]", in = ParameterIn.QUERY, description = "asc or desc.")
    @Parameter(name = "sort[city]", in = ParameterIn.QUERY, description = "asc or desc.")
    public Uni<Envelope<Page<RoomView>>> list(@Context UriInfo uri, @Context HttpServerRequest request) {
        var query = new QueryText(uri.getQueryParameters());
        var search = RoomQuery.of(new SearchReader(query).read());
        PageRequest page = query.pageOrRefuse();
        return rooms.count(search)
                .chain(total -> rooms.page(search, page)
                        .map(items -> Page.of(items, total, page, address(request, page))))
                .map(Envelope::ok);
    }

    @GET
    @Path("{room_id}")
    @Operation(summary = "One room", description = "404 api.room_type_not_found when it is unknown or not on sale.")
    public Uni<Envelope<Item<RoomView>>> read(String room_id) {
        return rooms.get(room_id).map(Item::of);
    }

    @GET
    @Path("{room_id}/booking-periods")
    @Operation(summary = "A room's booking periods on sale, the earliest first", description = "page counts from 1, per_page is 1 to 100 (default 10). 404 api.room_type_not_found when the room is unknown or not on sale.")
    public Uni<Envelope<Page<PeriodView>>> periods(String room_id, @Context UriInfo uri, @Context HttpServerRequest request) {
        PageRequest page = new QueryText(uri.getQueryParameters()).pageOrRefuse();
        return rooms.periods(room_id)
                .map(periods -> Page.of(cut(periods, page), periods.size(), page, address(request, page)))
                .map(Envelope::ok);
    }

    /**
     * Checkouts know no GET. It has to be said here: where a method is missing, routing falls back to the resource with the
     * shorter path, and without this method that one would take a checkout's paths for unknown ones.
     */
    @GET
    @Path("{room_id}/checkout{step: (?:/start|/details)?}")
    @Operation(hidden = true)
    public Uni<Void> readNoCheckout() {
        throw CommonError.METHOD_NOT_ALLOWED.exception();
    }

    private static List<PeriodView> cut(List<PeriodOnSale> periods, PageRequest page) {
        return periods.stream().skip(page.offset()).limit(page.perPage()).map(PeriodView::from).toList();
    }

    private static String address(HttpServerRequest request, PageRequest page) {
        return PageAddress.of(request.path(), request.query(), page);
    }
}
