package io.housemates.dashboard.branding;

import io.housemates.dashboard.page.FormErrors;
import io.housemates.dashboard.session.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The form and what became of it.
 *
 * @param saved what was saved just now, null when nothing was
 * @param preview where a preview of the form as it stands can be seen, null when none was asked for
 */
@CheckedTemplate(basePath = "branding", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BrandingPage(Session session, BrandingForm form, boolean hasLogo, FormErrors errors, String saved, String preview)
        implements
            TemplateInstance {
}
