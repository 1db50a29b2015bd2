package io.housemates.acceptance.support;

import java.util.UUID;

import com.github.f4b6a3.ulid.UlidCreator;

/** Fresh ids, so that no test meets another one's data. */
public final class Ids {

    private Ids() {
    }

    public static String ulid() {
        return UlidCreator.getUlid().toString();
    }

    public static String uuid() {
        return UUID.randomUUID().toString();
    }
}
