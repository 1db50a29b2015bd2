package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** A room type on sale, with one booking period, in a property and of an operator of its own. */
public record Room(String id, String periodId, String propertyId, String operatorId) {

    private static final String ROOM = "Classic Studio";
    private static final String PROPERTY = "Mill House";

    /** Imports a new room in Manchester with a holding deposit of 250 pounds. */
    public static Room create() {
        return create(500);
    }

    /** The same with so many units. */
    public static Room create(int units) {
        return in("gb", "GBP", "250.00", units);
    }

    /** The same in a town of another country, with another deposit. */
    public static Room in(String country, String currency, String deposit, int units) {
        return imported(room -> room.catalogue(ROOM, PROPERTY, country, currency, deposit, units));
    }

    /** With names as long as some are. */
    public static Room withLongNames() {
        return imported(room -> room.catalogue("Superior Twin En-suite Studio with Kitchenette and Courtyard View",
                "Donaudampfschifffahrtsgesellschaftsstudierendenwohnheim am Hauptbahnhof", "gb", "GBP", "1250.00", 5));
    }

    private static Room imported(Function<Room, JsonNode> catalogue) {
        var room = new Room(Ids.ulid(), Ids.ulid(), Ids.ulid(), Ids.uuid());
        JsonNode report = Services.admin().put("/admin/catalogue", catalogue.apply(room)).expect(200).data();
        assertThat(report.path("refused")).as("refused by the import").isEmpty();
        return room;
    }

    private JsonNode catalogue(String name, String property, String country, String currency, String deposit, int units) {
        return Json.object("""
                {"operators":[{"id":"%s","name":"Acceptance Living"}],
                 "properties":[{"id":"%s","operator_id":"%s","name":"%s","slug":"mill-house-%s","address":{
                   "first_line":"48 Canal Street",%s,"country":"%s"}}],
                 "rooms":[{"id":"%s","property_id":"%s","name":"%s","currency":"%s","images":[],
                   "amenities":{"general":["Wi-Fi"]},"universities":["University of Manchester"],
                   "booking_periods":[{"id":"%s","start_date":"01-09-2027","end_date":"30-06-2028",
                     "price_per_week":"164.32","holding_deposit":"%s","maximum_bookings":%d}]}]}
                """.formatted(operatorId, propertyId, operatorId, property, propertyId.toLowerCase(), town(country),
                country, id, propertyId, name, currency, periodId, deposit, units));
    }

    private static String town(String country) {
        return switch (country) {
            case "au" -> "\"city\":\"Sydney\",\"region\":\"NSW\",\"postcode\":\"2009\"";
            case "ca" -> "\"city\":\"Toronto\",\"region\":\"ON\",\"postcode\":\"M5G 1L4\"";
            default -> "\"city\":\"Manchester\",\"postcode\":\"M1 3HE\"";
        };
    }
}
