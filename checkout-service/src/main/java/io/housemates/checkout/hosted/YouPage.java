package io.housemates.checkout.hosted;

import java.util.List;

import io.housemates.checkout.hosted.text.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record YouPage(Frame frame, Form form, List<Option> countries) implements TemplateInstance {
}
