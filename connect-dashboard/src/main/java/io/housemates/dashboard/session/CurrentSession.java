package io.housemates.dashboard.session;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

/** The session of the request being answered. */
@RequestScoped
public class CurrentSession {

    private Session session;

    void begin(Session begun) {
        session = begun;
    }

    /** Never null in resources that are {@link SignedIn}. */
    public Session get() {
        return find().orElseThrow();
    }

    public Optional<Session> find() {
        return Optional.ofNullable(session);
    }
}
