package io.housemates.dashboard.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the session in the browser, sealed: whatever replica gets the next request can read it. */
@ApplicationScoped
public class SessionCookie {

    public static final String NAME = "connect_session";

    static final Duration LIFETIME = Duration.ofHours(8);

    private static final String SEPARATOR = "\n";

    private final Seal seal;
    private final FormTokens formTokens;
    private final Clock clock;

    SessionCookie(Seal seal, FormTokens formTokens, Clock clock) {
        this.seal = seal;
        this.formTokens = formTokens;
        this.clock = clock;
    }

    /** The value of a cookie for a session that begins now; neither argument contains a line break. */
    public String write(String partnerId, String accessToken) {
        String end = Long.toString(clock.instant().plus(LIFETIME).getEpochSecond());
        return seal.close(NAME, String.join(SEPARATOR, end, partnerId, accessToken));
    }

    /** Empty when the session is over or the value is none of ours. */
    public Optional<Session> read(String value) {
        return seal.open(NAME, value).map(content -> content.split(SEPARATOR, 3))
                .filter(parts -> Instant.ofEpochSecond(Long.parseLong(parts[0])).isAfter(clock.instant()))
                .map(parts -> new Session(parts[1], parts[2], formTokens.of(value)));
    }
}
