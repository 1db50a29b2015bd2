package io.housemates.platform;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import com.github.f4b6a3.ulid.UlidFactory;

/** The one factory of ids: ULIDs whose time is the injected clock's and whose 80 other bits are random. */
@ApplicationScoped
public class Ulids {

    private final Clock clock;
    private final UlidFactory ordered = UlidFactory.newMonotonicInstance();

    Ulids(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        return UlidCreator.getUlid(clock.millis()).toString();
    }

    /**
     * For what is told apart by its order: each is greater than the one before it, within a millisecond, too. Whoever has seen
     * one can guess the next, so it must open nothing.
     */
    public String nextInOrder() {
        return ordered.create(clock.millis()).toString();
    }

    public static boolean isUlid(String text) {
        return text != null && Ulid.isValid(text);
    }

    /** When the id was made, to the millisecond. */
    public static Instant timeOf(String ulid) {
        return Ulid.getInstant(ulid);
    }
}
