package io.housemates.checkout.hosted;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The end of the way; nothing of what the student told is on it. */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ConfirmationPage(Frame frame, String bookingId, boolean housingHand) implements TemplateInstance {
}
