package io.housemates.dashboard.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * @param partnerId as entered before
 * @param error why signing in did not work, or null
 * @param notice why the page is shown, or null
 */
@CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SignInPage(String formToken, String partnerId, String error, String notice) implements TemplateInstance {
}
