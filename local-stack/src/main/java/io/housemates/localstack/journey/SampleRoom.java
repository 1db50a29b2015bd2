package io.housemates.localstack.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** The room, period and operator that a Start of the sample booking names. */
public record SampleRoom(String roomId, String bookingPeriodId, String operatorId) {

    /** The catalogue's first room, in its first period: it has room for many sample bookings. */
    static SampleRoom firstOf(JsonNode catalogue) {
        JsonNode room = catalogue.at("/rooms/0");
        String property = room.path("property_id").asText();
        for (JsonNode candidate : catalogue.path("properties")) {
            if (candidate.path("id").asText().equals(property)) {
                return new SampleRoom(room.path("id").asText(), room.at("/booking_periods/0/id").asText(),
                        candidate.path("operator_id").asText());
            }
        }
        throw new IllegalStateException("The sample catalogue's first room has no property");
    }
}
