package io.housemates.checkout.details;

import io.housemates.platform.privacy.Sealed;

/**
 * {@link StudentDetails} as they are kept and sent on: in clear only what tells nobody who the student is.
 *
 * @param contactKind what the supporting contact is, null without one
 * @param personal {@link PersonalDetails}; null once they were erased
 */
public record SealedDetails(Plan plan, ContactRule.Contact contactKind, Sealed personal) {

    public SealedDetails withoutPersonal() {
        return new SealedDetails(plan, contactKind, null);
    }
}
