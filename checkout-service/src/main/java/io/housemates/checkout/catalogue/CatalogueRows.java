package io.housemates.checkout.catalogue;

import static io.housemates.checkout.catalogue.RefusedRowException.require;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.catalogue.CatalogueDocument.Operator;
import io.housemates.checkout.catalogue.CatalogueDocument.Period;
import io.housemates.checkout.catalogue.CatalogueDocument.Property;
import io.housemates.checkout.catalogue.CatalogueDocument.Room;
import io.housemates.platform.Money;
import io.housemates.platform.Ulids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;

/** Writes the rows of a catalogue document, each an upsert; called from a worker thread. */
@ApplicationScoped
class CatalogueRows {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu")
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String OPERATOR = """
            INSERT INTO operator (id, name) VALUES ($1, $2)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name""";
    private static final String PROPERTY = """
            INSERT INTO property (id, operator_id, name, slug, first_line, second_line, city, region, postcode, country,
                                  tenancy_regime)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, slug = excluded.slug, first_line = excluded.first_line,
              second_line = excluded.second_line, city = excluded.city, region = excluded.region,
              postcode = excluded.postcode, country = excluded.country, tenancy_regime = excluded.tenancy_regime
              WHERE property.operator_id = excluded.operator_id""";
    private static final String ROOM = """
            INSERT INTO room (id, property_id, name, currency, images, amenities, universities)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, currency = excluded.currency, images = excluded.images,
              amenities = excluded.amenities, universities = excluded.universities, withdrawn_at = NULL
              WHERE room.property_id = excluded.property_id""";
    private static final String PERIOD = """
            INSERT INTO booking_period (id, room_id, start_date, end_date, price_per_week, holding_deposit, maximum_bookings)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET start_date = excluded.start_date, end_date = excluded.end_date,
              price_per_week = excluded.price_per_week, holding_deposit = excluded.holding_deposit,
              maximum_bookings = excluded.maximum_bookings, withdrawn_at = NULL
              WHERE booking_period.room_id = excluded.room_id""";

    private final Pool pool;

    CatalogueRows(Pool pool) {
        this.pool = pool;
    }

    void write(Operator operator) {
        upsert(OPERATOR, Tuple.of(require(operator.id(), "id"), require(operator.name(), "name")), "operator");
    }

    void write(Property property) {
        var address = require(property.address(), "address");
        upsert(PROPERTY, Tuple.from(Arrays.asList(ulid(property.id()), require(property.operatorId(), "operator_id"),
                require(property.name(), "name"), require(property.slug(), "slug"),
                require(address.firstLine(), "address.first_line"), address.secondLine(),
                require(address.city(), "address.city"), address.region(),
                require(address.postcode(), "address.postcode"), country(address.country()),
                property.tenancyRegime())), "operator");
    }

    void write(Room room) {
        upsert(ROOM, Tuple.from(Arrays.asList(ulid(room.id()), require(room.propertyId(), "property_id"),
                require(room.name(), "name"), currency(room.currency()),
                new JsonArray(room.images() == null ? List.of() : room.images()),
                new JsonObject(room.amenities() == null ? Map.of() : room.amenities()),
                new JsonArray(room.universities() == null ? List.of() : room.universities()))), "property");
    }

    void write(Room room, Period period) {
        LocalDate start = date(period.startDate(), "start_date");
        LocalDate end = date(period.endDate(), "end_date");
        upsert(PERIOD, Tuple.from(Arrays.asList(ulid(period.id()), room.id(), start, end,
                money(period.pricePerWeek(), room.currency(), "price_per_week"),
                money(period.holdingDeposit(), room.currency(), "holding_deposit"),
                require(period.maximumBookings(), "maximum_bookings"))), "room");
    }

    /** @param owner what the row belongs to and can never change */
    private void upsert(String sql, Tuple values, String owner) {
        try {
            int written = pool.preparedQuery(sql).execute(values).await().atMost(TIMEOUT).rowCount();
            if (written == 0) {
                throw new RefusedRowException("The id belongs to another " + owner + ".");
            }
        } catch (PgException e) {
            throw new RefusedRowException(reason(e, owner));
        }
    }

    private static String reason(PgException e, String owner) {
        return switch (String.valueOf(e.getSqlState())) {
            case "23503" -> "The " + owner + " is unknown.";
            case "23514" -> "booking_period_capacity".equals(e.getConstraint())
                    ? "maximum_bookings is below what is already held and booked."
                    : "The dates or numbers contradict each other.";
            default -> throw e;
        };
    }

    private static String ulid(String id) {
        if (!Ulids.isUlid(require(id, "id"))) {
            throw new RefusedRowException("id is not a ULID.");
        }
        return id;
    }

    private static String country(String code) {
        String country = require(code, "address.country").toLowerCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
            throw new RefusedRowException("address.country is not an ISO 3166 code.");
        }
        return country;
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(require(code, "currency")).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new RefusedRowException("currency is not an ISO 4217 code.");
        }
    }

    private static LocalDate date(String text, String name) {
        try {
            return LocalDate.parse(require(text, name), DATE);
        } catch (DateTimeParseException e) {
            throw new RefusedRowException(name + " is not a date like 31-12-2026.");
        }
    }

    private static long money(String text, String currency, String name) {
        try {
            long amount = Money.ofMajor(require(text, name), currency).amount();
            if (amount < 0) {
                throw new RefusedRowException(name + " is negative.");
            }
            return amount;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new RefusedRowException(name + " is not an amount of money.");
        }
    }
}
