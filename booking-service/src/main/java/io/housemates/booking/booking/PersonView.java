package io.housemates.booking.booking;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A person of a booking as the REST API shows it, with the field names under which the checkout took it.
 *
 * @param gender of the resident only
 * @param nationality of the resident only
 * @param relationship of the supporting contact only
 */
@JsonNaming(SnakeCaseStrategy.class)
record PersonView(String firstLine, @Schema(nullable = true) String secondLine, String city,
        @Schema(nullable = true) String region, String postcode, String country,
        String firstName, String lastName, @JsonInclude(JsonInclude.Include.NON_NULL) String gender,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nationality, String email,
        @JsonFormat(pattern = "dd-MM-yyyy") LocalDate dateOfBirth, String contactNumber,
        @JsonInclude(JsonInclude.Include.NON_NULL) String relationship) {

    /** Null for null. */
    static PersonView from(Resident resident) {
        return resident == null ? null
                : new PersonView(resident.firstLine(), resident.secondLine(), resident.city(), resident.region(),
                        resident.postcode(), resident.country(), resident.firstName(), resident.lastName(), resident.gender(),
                        resident.nationality(), resident.email(), resident.dateOfBirth(), resident.contactNumber(), null);
    }

    /** Null for null. */
    static PersonView from(SupportingContact contact) {
        return contact == null ? null
                : new PersonView(contact.firstLine(), contact.secondLine(), contact.city(), contact.region(),
                        contact.postcode(),
                        contact.country(), contact.firstName(), contact.lastName(), null, null, contact.email(),
                        contact.dateOfBirth(), contact.contactNumber(), contact.relationship());
    }

    @Override
    public String toString() {
        return "PersonView[…]";
    }
}
