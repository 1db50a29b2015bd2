package io.housemates.dispatcher.subscription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

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

    private static final int LONGEST_TEXT = 2_000;
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(5);

    private final EventCatalogue catalogue;
    private final EgressGuard guard;

    SubscriptionRules(EventCatalogue catalogue, EgressGuard guard) {
        this.catalogue = catalogue;
        this.guard = guard;
    }

    Uni<Void> check(CreateSubscription request) {
        var broken = new LinkedHashMap<String, List<String>>();
        if (request.signing() != null && !Set.of("v1", "v1a").contains(request.signing())) {
            add(broken, "signing", "Must be v1 or v1a.");
        }
        checkEvents(request.events(), broken);
        checkAccessToken(request.accessToken(), broken);
        checkHeaders(request.headers(), broken);
        checkDescription(request.description(), broken);
        return checkUrl(request.url(), broken).invoke(() -> refuse(broken));
    }

    /** Looks at what changes only: an endpoint whose name is gone can still be disabled. */
    Uni<Void> check(UpdateSubscription change) {
        var broken = new LinkedHashMap<String, List<String>>();
        if (change.events() != null) {
            checkEvents(change.events(), broken);
        }
        checkAccessToken(text("access_token", change.accessToken(), broken), broken);
        checkDescription(text("description", change.description(), broken), broken);
        if (change.headers() != null && !change.headers().isNull() && !change.headers().isObject()) {
            add(broken, "headers", "Must be an object or null.");
        }
        checkHeaders(change.headerTexts(), broken);
        Uni<Void> url = change.url() == null ? Uni.createFrom().voidItem() : checkUrl(change.url(), broken);
        return url.invoke(() -> refuse(broken));
    }

    private void checkEvents(List<String> events, Map<String, List<String>> broken) {
        if (events == null || events.isEmpty()) {
            add(broken, "events", "Must name at least one event type.");
            return;
        }
        events.stream().filter(event -> event == null || !EventSelection.isKnown(event, catalogue)).distinct()
                .forEach(event -> add(broken, "events", EventCatalogue.NO_SUCH_TYPE));
    }

    private static void checkAccessToken(String token, Map<String, List<String>> broken) {
        if (token != null && (token.isEmpty() || !HeaderRules.isValue(token))) {
            add(broken, "access_token", "Must be 1 to 2000 printable ASCII characters.");
        }
    }

    private static void checkHeaders(Map<String, String> headers, Map<String, List<String>> broken) {
        Optional.ofNullable(headers).stream().flatMap(HeaderRules::broken).distinct()
                .forEach(message -> add(broken, "headers", message));
    }

    /** PostgreSQL stores no NUL characters. */
    private static void checkDescription(String description, Map<String, List<String>> broken) {
        if (description != null && (description.length() > LONGEST_TEXT || description.indexOf('\0') >= 0)) {
            add(broken, "description", "Must be at most " + LONGEST_TEXT + " characters, NUL not among them.");
        }
    }

    private Uni<Void> checkUrl(String url, Map<String, List<String>> broken) {
        if (url == null || url.isBlank() || url.length() > LONGEST_TEXT) {
            add(broken, "url", "Must be an absolute URL of at most " + LONGEST_TEXT + " characters.");
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().completionStage(() -> guard.vet(Destination.parse(url)).toCompletionStage())
                .ifNoItem().after(LONGEST_LOOK_UP).fail()
                .onFailure(failure -> !(failure instanceof EgressRefused)).transform(unresolvable -> EgressRefused.notPublic())
                .onFailure().recoverWithItem(refused -> {
                    add(broken, "url", "Not accepted: " + refused.getMessage() + ".");
                    return List.of();
                })
                .replaceWithVoid();
    }

    /** Null where the member is absent, or null to remove what is there. */
    private static String text(String field, JsonNode value, Map<String, List<String>> broken) {
        if (value != null && !value.isNull() && !value.isTextual()) {
            add(broken, field, "Must be a text or null.");
        }
        return value == null ? null : value.textValue();
    }

    private static void refuse(Map<String, List<String>> broken) {
        if (!broken.isEmpty()) {
            throw new InvalidFieldsException(broken);
        }
    }

    private static void add(Map<String, List<String>> broken, String field, String message) {
        broken.computeIfAbsent(field, key -> new ArrayList<>()).add(message);
    }
}
