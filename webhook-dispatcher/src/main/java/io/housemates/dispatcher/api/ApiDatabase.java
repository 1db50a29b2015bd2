package io.housemates.dispatcher.api;

/**
 * What partners ask for is looked up over a few connections of its own, and given up when it takes too long, so that no
 * question, however wide, keeps deliveries from being made.
 */
public final class ApiDatabase {

    /** Names the data source. */
    public static final String NAME = "api";

    private ApiDatabase() {
    }
}
