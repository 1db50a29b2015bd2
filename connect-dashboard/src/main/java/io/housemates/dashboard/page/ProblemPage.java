package io.housemates.dashboard.page;

import io.housemates.dashboard.session.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param session null when nobody is signed in */
@CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ProblemPage(Session session, Problem problem) implements TemplateInstance {
}
