package io.housemates.dashboard.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.housemates.dashboard.page.Labels;

/**
 * What a partner typed to make a webhook.
 *
 * @param events names of event types, or {@code *} for all
 * @param headers one {@code Name: value} on each line
 */
record WebhookForm(String url, List<String> events, String description, String accessToken, String headers) {

    static final Map<String, String> LABELS = Labels.of("url", "URL", "events", "Events", "description", "Description",
            "access_token", "Access token", "headers", "Headers");

    static final WebhookForm BLANK = new WebhookForm("", List.of("booking.created"), "", "", "");

    static WebhookForm of(String url, List<String> events, String description, String accessToken, String headers) {
        return new WebhookForm(text(url), events == null ? List.of() : events, text(description), text(accessToken),
                text(headers));
    }

    public boolean hasEvent(String name) {
        return events.contains(name);
    }

    /** @throws UnreadableHeaderException when a header is not one; all else is for the dispatcher to judge */
    NewWebhook request() {
        return new NewWebhook(url, events, blankToNull(description), blankToNull(accessToken),
                headers.isBlank() ? null : readHeaders());
    }

    private Map<String, String> readHeaders() {
        Map<String, String> read = new LinkedHashMap<>();
        for (String line : headers.lines().filter(text -> !text.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new UnreadableHeaderException();
            }
            read.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return read;
    }

    private static String text(String entered) {
        return entered == null ? "" : entered.strip();
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** May hold a token. */
    @Override
    public String toString() {
        return "WebhookForm";
    }
}
