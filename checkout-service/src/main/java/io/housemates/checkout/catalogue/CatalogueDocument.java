package io.housemates.checkout.catalogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.checkout.cancellation.CancellationPolicy;

/**
 * The rows of a catalogue document, {@code {"operators":[…],"properties":[…],"rooms":[…]}}, read one at a time.
 *
 * Dates are DD-MM-YYYY, money is a string in major units of the room's currency.
 */
final class CatalogueDocument {

    private CatalogueDocument() {
    }

    /**
     * @param cancellationPolicy null where it is left out, which changes nothing, or null, which takes it away
     * @param contactPolicy null to keep the one there is, JSON's null for the default one
     */
    record Operator(UUID id, String name, @JsonProperty("cancellation_policy") CancellationPolicy cancellationPolicy,
            @JsonProperty("contact_policy") JsonNode contactPolicy) {
    }

    record Property(String id, @JsonProperty("operator_id") UUID operatorId, String name, String slug, Address address,
            @JsonProperty("tenancy_regime") String tenancyRegime) {
    }

    record Address(@JsonProperty("first_line") String firstLine, @JsonProperty("second_line") String secondLine, String city,
            String region, String postcode, String country) {
    }

    record Room(String id, @JsonProperty("property_id") String propertyId, String name, String currency, List<String> images,
            Map<String, Object> amenities, List<Object> universities) {
    }

    record Period(String id, @JsonProperty("start_date") String startDate, @JsonProperty("end_date") String endDate,
            @JsonProperty("price_per_week") String pricePerWeek, @JsonProperty("holding_deposit") String holdingDeposit,
            @JsonProperty("maximum_bookings") Integer maximumBookings) {
    }
}
