package io.housemates.checkout.retention;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.privacy.DataKeys;
import io.smallrye.mutiny.Uni;

/** Forgets who stood behind sessions and keeps what became of their money; in the caller's transaction. */
@ApplicationScoped
public class ForgottenPeople {

    private static final String DRAFTS = "DELETE FROM checkout_draft WHERE session_id = ANY(string_to_array(?1, ' '))";
    /** Served by stripe_event_key. */
    private static final String EVENTS = """
            UPDATE stripe_event SET key_id = NULL, sealed = NULL WHERE key_id = ANY(string_to_array(?1, ' '))""";
    private static final String DETAILS = """
            UPDATE checkout_session SET details = NULL WHERE id = ANY(string_to_array(?1, ' ')) AND details IS NOT NULL""";

    private final DataKeys keys;

    ForgottenPeople(DataKeys keys) {
        this.keys = keys;
    }

    /** @param sessionIds of sessions that are over and became no booking */
    public Uni<Void> forget(Collection<String> sessionIds) {
        return Sql.run(DRAFTS, sessionIds)
                .chain(() -> Sql.run(EVENTS, sessionIds))
                .chain(() -> Sql.run(DETAILS, sessionIds))
                .chain(() -> keys.destroyExisting(sessionIds));
    }
}
