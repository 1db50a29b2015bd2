package io.housemates.checkout.catalogue;

import static io.housemates.checkout.catalogue.RefusedRowException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.cancellation.CancellationPolicy;
import io.housemates.checkout.catalogue.CatalogueDocument.Operator;
import io.housemates.checkout.catalogue.CatalogueDocument.Period;
import io.housemates.checkout.catalogue.CatalogueDocument.Property;
import io.housemates.checkout.catalogue.CatalogueDocument.Room;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;

/** Makes database rows of a document's rows; whatever is wrong with one is a {@link RefusedRowException}. */
@ApplicationScoped
class CatalogueReader {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {
    };

    private final ObjectMapper json;
    private final Clock clock;

    CatalogueReader(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    CatalogueRow operator(DocumentRow source) {
        Operator operator = as(Operator.class, source.node());
        return row(source, operator.id(), require(operator.id(), "id"), require(operator.name(), "name"),
                source.node().has("cancellation_policy"), policy(operator.cancellationPolicy()),
                source.node().has("contact_policy"), ContactRules.of(operator.contactPolicy()));
    }

    private JsonObject policy(CancellationPolicy policy) {
        if (policy != null && !policy.hasSoundNumbers()) {
            throw new RefusedRowException("cancellation_policy: cooling_off_days is 0 to 365, later_percent 0 to 100.");
        }
        return policy == null ? null : new JsonObject(json.convertValue(policy, MEMBERS));
    }

    CatalogueRow property(DocumentRow source) {
        Property property = as(Property.class, source.node());
        var address = require(property.address(), "address");
        return row(source, property.id(), Values.ulid(property.id()), require(property.operatorId(), "operator_id"),
                require(property.name(), "name"), require(property.slug(), "slug"),
                require(address.firstLine(), "address.first_line"), address.secondLine(),
                require(address.city(), "address.city"), address.region(),
                require(address.postcode(), "address.postcode"), Values.country(address.country()),
                property.tenancyRegime());
    }

    CatalogueRow room(DocumentRow source) {
        Room room = as(Room.class, source.node());
        Currency currency = Values.currency(room.currency());
        List<Object> universities = room.universities() == null ? List.of() : room.universities();
        return row(source, room.id(), Values.ulid(room.id()), require(room.propertyId(), "property_id"),
                require(room.name(), "name"), currency.getCurrencyCode(), (short) currency.getDefaultFractionDigits(),
                new JsonArray(room.images() == null ? List.of() : room.images()),
                new JsonObject(room.amenities() == null ? Map.of() : room.amenities()), new JsonArray(universities),
                universities.stream().filter(Objects::nonNull).map(Object::toString).toArray(String[]::new));
    }

    CatalogueRow period(DocumentRow source) {
        Period period = as(Period.class, source.node());
        String currency = source.room().path("currency").asText();
        LocalDate start = Values.date(period.startDate(), "start_date");
        LocalDate end = Values.date(period.endDate(), "end_date");
        return row(source, period.id(), Values.ulid(period.id()), source.room().path("id").asText(), start, end,
                Values.money(period.pricePerWeek(), currency, "price_per_week"),
                Values.deposit(period.holdingDeposit(), currency, "holding_deposit"),
                require(period.maximumBookings(), "maximum_bookings"));
    }

    CatalogueRow withdrawnRoom(DocumentRow source) {
        return row(source, source.id(), Values.ulid(source.id()), now());
    }

    CatalogueRow withdrawnPeriod(DocumentRow source) {
        return row(source, source.id(), Values.ulid(source.id()), source.room().path("id").asText(), now());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private <T> T as(Class<T> type, JsonNode node) {
        try {
            T row = json.treeToValue(node, type);
            if (row != null) {
                return row;
            }
        } catch (JsonProcessingException e) {
            // told below, like a null
        }
        throw new RefusedRowException("The row does not have the expected shape.");
    }

    private static CatalogueRow row(DocumentRow source, Object id, Object... values) {
        return new CatalogueRow(source.path(), String.valueOf(id), Tuple.from(Arrays.asList(values)));
    }
}
