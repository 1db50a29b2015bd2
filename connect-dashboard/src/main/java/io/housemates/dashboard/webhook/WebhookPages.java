package io.housemates.dashboard.webhook;

import java.util.List;

import io.housemates.dashboard.page.FormErrors;
import io.housemates.dashboard.service.Listing;
import io.housemates.dashboard.session.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages about webhooks; a notice is null when there is nothing to say. */
interface WebhookPages {

    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookList(Session session, List<Webhook> webhooks, Notice notice) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookPage(Session session, Webhook webhook, Listing<Delivery> deliveries, Notice notice)
            implements
                TemplateInstance {
    }

    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookEntry(Session session, String formNumber, List<EventType> eventTypes, WebhookForm form, FormErrors errors)
            implements
                TemplateInstance {
    }

    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WebhookDeletion(Session session, Webhook webhook) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "webhook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DeliveryPage(Session session, Delivery delivery, Notice notice) implements TemplateInstance {
    }
}
