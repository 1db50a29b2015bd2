package io.housemates.checkout.hosted;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param again where it can be tried again, null where that is nowhere */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NoticePage(Frame frame, String notice, String again) implements TemplateInstance {
}
