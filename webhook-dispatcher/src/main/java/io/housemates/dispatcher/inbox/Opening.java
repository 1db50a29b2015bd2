package io.housemates.dispatcher.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.dispatcher.event.StoredBody;
import io.housemates.dispatcher.event.WebhookBody;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.LocalKeys;
import io.housemates.platform.privacy.Sealed;
import io.housemates.platform.privacy.UnknownKeyException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Opens events that arrived, to see whether they fit the catalogue, and seals what came in clear. */
@ApplicationScoped
class Opening {

    /** Keys travel on a topic of their own: one may come a little after the event that needs it. */
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final DataKeys keys;
    private final LocalKeys localKeys;
    private final EventCatalogue catalogue;

    Opening(DataKeys keys, LocalKeys localKeys, EventCatalogue catalogue) {
        this.keys = keys;
        this.localKeys = localKeys;
        this.catalogue = catalogue;
    }

    /** The keys of those events; those that have not come are missing. */
    Uni<KeyRing> keysOf(Collection<Arrival> events) {
        List<String> travelled = keyIds(events, event -> event.sealed() != null);
        return localKeys.obtain(keyIds(events, event -> event.inClear() != null))
                .chain(own -> keys.find(travelled).map(own::with));
    }

    /** The same, with those that come in a moment. */
    Uni<KeyRing> keysSoonOf(Collection<Arrival> events) {
        List<String> wanted = keyIds(events, event -> event.sealed() != null);
        long end = System.nanoTime() + MOMENT.toNanos();
        return Multi.createBy().repeating().uni(() -> keysOf(events)).withDelay(BETWEEN_LOOKS)
                .whilst(ring -> !wanted.stream().allMatch(ring::knows) && System.nanoTime() - end < 0)
                .select().last().toUni();
    }

    private static List<String> keyIds(Collection<Arrival> events, Predicate<ArrivedEvent> which) {
        return events.stream().map(Arrival::event).filter(which).map(ArrivedEvent::keyId).filter(Objects::nonNull).distinct()
                .toList();
    }

    /**
     * @param arrived its body is the whole one afterwards: it is read once, and written once as kept and once as sent
     * @throws UnknownKeyException when its key has not come
     */
    ReadEvent open(ArrivedEvent arrived, KeyRing ring) {
        StoredBody stored = new StoredBody(WebhookBody.bytes(arrived.body()), personal(arrived, ring));
        OpenedBody opened = stored.personal() == null ? OpenedBody.of(stored.clear())
                : OpenedBody.of(arrived.body(), stored.personal(), ring);
        var event = new OutgoingEvent(arrived.id(), arrived.partnerId(), arrived.type(), arrived.orderKey(),
                arrived.createdAt(), arrived.traceparent(), stored);
        return new ReadEvent(arrived.sourceId(), event, opened,
                catalogue.misfit(arrived.type(), arrived.body()).orElse(null));
    }

    /** Destroys the key over what came in clear of the event's booking. */
    Uni<Void> forget(ArrivedEvent event) {
        return localKeys.destroy(ArrivedEvent.localKeyOf(event.orderKey()));
    }

    /** What comes in clear after it was erased is not kept: opening it tells so. */
    private static Sealed personal(ArrivedEvent arrived, KeyRing ring) {
        if (arrived.inClear() == null) {
            return arrived.sealed();
        }
        var key = ring.keys().get(arrived.keyId());
        Buffer clear = WebhookBody.bytes(arrived.inClear());
        return key == null ? new Sealed(arrived.keyId(), new byte[0]) : Sealed.of(clear.getBytes(), key);
    }
}
