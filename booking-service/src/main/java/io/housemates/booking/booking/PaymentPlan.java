package io.housemates.booking.booking;

import jakarta.persistence.Embeddable;

/**
 * How the student is going to pay, and who stands behind.
 *
 * @param supportingContactKind guarantor or emergency_contact; null when none was given or asked
 */
@Embeddable
public record PaymentPlan(boolean payingInInstalments, boolean hasUkBasedGuarantor, boolean usingHousingHand,
        String supportingContactKind) {

    private static final String EMERGENCY_CONTACT = "emergency_contact";

    /** Where an emergency contact is asked for, nobody needs a guarantor. */
    boolean housingHandStands() {
        return usingHousingHand && !EMERGENCY_CONTACT.equals(supportingContactKind);
    }
}
