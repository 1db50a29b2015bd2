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
}
