package io.housemates.checkout.hosted;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param ending whether the time is up, and it is being made sure that no payment came before that */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ProcessingPage(Frame frame, boolean ending) implements TemplateInstance {
}
