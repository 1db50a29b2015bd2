package io.housemates.dispatcher.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.egress.Destination;
import io.housemates.dispatcher.egress.EgressGuard;
import io.housemates.dispatcher.egress.EgressRefused;
import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.EventSelection;
import io.housemates.platform.api.InvalidFieldsException;
import io.smallrye.mutiny.Uni;

/** What a subscription must look like; every broken rule is told at once, by field. */
@ApplicationScoped
class SubscriptionRules {

    private static final int MOST_HEADERS = 20;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]{0,2000}");
    /** Ours, or the connection's own. */
    private static final Set<String> RESERVED = Set.of("host", "content-length", "content-type", "content-encoding",
            "transfer-encoding", "connection", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer",
            "upgrade",
            "expect", "user-agent", "traceparent", "tracestate", "authorization", "accept-encoding");

    private final EventCatalogue catalogue;
    private final EgressGuard guard;

    SubscriptionRules(EventCatalogue catalogue, EgressGuard guard) {
        this.catalogue = catalogue;
        this.guard = guard;
    }

    Uni<Void> check(CreateSubscription request) {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        if (request.signing() != null && !Set.of("v1", "v1a").contains(request.signing())) {
            add(broken, "signing", "Must be v1 or v1a.");
        }
        return check(request.url(), request.events(), request.accessToken(), request.headers(), request.description(), broken);
    }

    Uni<Void> check(String url, List<String> events, String accessToken, Map<String, String> headers, String description,
            Map<String, List<String>> broken) {
        checkEvents(events, broken);
        if (accessToken != null && (accessToken.isEmpty() || !HEADER_VALUE.matcher(accessToken).matches())) {
            add(broken, "access_token", "Must be 1 to 2000 printable ASCII characters.");
        }
        checkHeaders(headers, broken);
        if (description != null && description.length() > LONGEST_TEXT) {
            add(broken, "description", "Must be at most " + LONGEST_TEXT + " characters.");
        }
        return checkUrl(url, broken).invoke(() -> {
            if (!broken.isEmpty()) {
                throw new InvalidFieldsException(broken);
            }
        });
    }

    private void checkEvents(List<String> events, Map<String, List<String>> broken) {
        if (events == null || events.isEmpty()) {
            add(broken, "events", "Must name at least one event type.");
            return;
        }
        events.stream().filter(event -> event == null || !EventSelection.isKnown(event, catalogue)).distinct()
                .forEach(event -> add(broken, "events", "There is no such event type; see /api/event-types."));
    }

    private static void checkHeaders(Map<String, String> headers, Map<String, List<String>> broken) {
        if (headers == null) {
            return;
        }
        if (headers.size() > MOST_HEADERS) {
            add(broken, "headers", "Must be at most " + MOST_HEADERS + ".");
        }
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!HEADER_NAME.matcher(name).matches() || value == null || !HEADER_VALUE.matcher(value).matches()) {
                add(broken, "headers", "Must be header names with printable ASCII values.");
            } else if (RESERVED.contains(lower) || lower.startsWith("webhook-")) {
                add(broken, "headers", "The header " + lower + " is reserved.");
            }
        });
    }

    private Uni<Void> checkUrl(String url, Map<String, List<String>> broken) {
        if (url == null || url.isBlank() || url.length() > LONGEST_TEXT) {
            add(broken, "url", "Must be an absolute URL of at most " + LONGEST_TEXT + " characters.");
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().completionStage(() -> guard.vet(Destination.parse(url)).toCompletionStage())
                .onFailure(EgressRefused.class).recoverWithItem(refused -> {
                    add(broken, "url", "Not accepted: " + refused.getMessage() + ".");
                    return List.of();
                })
                .onFailure().recoverWithItem(unresolvable -> {
                    add(broken, "url", "Not accepted: the host cannot be resolved.");
                    return List.of();
                })
                .replaceWithVoid();
    }

    private static void add(Map<String, List<String>> broken, String field, String message) {
        broken.computeIfAbsent(field, key -> new ArrayList<>()).add(message);
    }
}
