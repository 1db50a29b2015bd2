package io.housemates.checkout.hosted;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The end of the way; nothing of what the student told is on it.
 *
 * @param returnUrl the partner's, null where the student stays
 */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ConfirmationPage(Frame frame, String bookingId, boolean housingHand, String returnUrl) implements TemplateInstance {
}
