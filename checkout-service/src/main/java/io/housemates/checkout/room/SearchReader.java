package io.housemates.checkout.room;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.housemates.checkout.room.RoomSearch.Direction;
import io.housemates.platform.Ulids;
import io.housemates.platform.api.WireDate;

/** Reads a search from a query string; parameters it does not know are ignored, blank ones do not matter. */
final class SearchReader {

    private static final String FROM = "filter[move_in_from]";
    private static final String TO = "filter[move_in_to]";

    private final QueryText query;

    SearchReader(QueryText query) {
        this.query = query;
    }

    RoomSearch read() {
        PriceRange price = query.read("filter[price_range]", PriceRange::of,
                "Must be a range of prices per week like 100-200, 100- or -200.");
        PriceRange prices = price == null ? PriceRange.ANY : price;
        LocalDate from = date(FROM);
        LocalDate to = date(TO);
        if (from != null && to != null && to.isBefore(from)) {
            query.refuse(TO, "Must not be before " + FROM + ".");
        }
        return new RoomSearch(query.text("filter[city]"), prices.from(), prices.to(), from, to,
                query.read("filter[country]", SearchReader::country, "Must be an ISO 3166 code like gb."),
                query.read("filter[operator_id]", SearchReader::uuid, "Must be a UUID."),
                query.read("filter[property_id]", SearchReader::ulid, "Must be a ULID."),
                query.text("filter[university]"), sorts());
    }

    private LocalDate date(String name) {
        return query.read(name, WireDate::parse, "Must be a date like 31-12-2026.");
    }

    private Map<RoomSort, Direction> sorts() {
        Map<RoomSort, Direction> sorts = new EnumMap<>(RoomSort.class);
        for (RoomSort sort : RoomSort.values()) {
            Direction direction = query.read(sort.parameter(), text -> Direction.valueOf(text.toUpperCase(Locale.ROOT)),
                    "Must be asc or desc.");
            if (direction != null) {
                sorts.put(sort, direction);
            }
        }
        return sorts;
    }

    private static String country(String code) {
        if (!List.of(Locale.getISOCountries()).contains(code.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(code);
        }
        return code.toLowerCase(Locale.ROOT);
    }

    /** {@link UUID#fromString} alone takes shortened ones too. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    private static String ulid(String text) {
        if (!Ulids.isUlid(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
