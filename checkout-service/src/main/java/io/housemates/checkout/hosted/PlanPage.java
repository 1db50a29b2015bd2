package io.housemates.checkout.hosted;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param choices the values of those that the property's policy tells apart */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PlanPage(Frame frame, Form form, List<String> choices) implements TemplateInstance {
}
