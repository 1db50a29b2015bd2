package io.housemates.checkout.hosted;

import java.util.List;

import io.housemates.checkout.hosted.text.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * @param kind {@code guarantor}, {@code housing_hand} or {@code emergency}
 * @param required whether the page may be left empty
 */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ContactPage(Frame frame, Form form, List<Option> countries, String kind, boolean required) implements TemplateInstance {
}
