package io.housemates.dispatcher.api;

import io.housemates.platform.api.ErrorCode;

/** What can be wrong with a request about webhooks. */
public enum DispatcherError implements ErrorCode {

    /** {@code data} is the id of the replay that runs. */
    REPLAY_RUNNING(3000, "api.replay_already_running", 409),
    /** {@code data} is how many there may be. */
    TOO_MANY_SUBSCRIPTIONS(3001, "api.too_many_subscriptions", 409);

    private final Definition definition;

    DispatcherError(int number, String key, int status) {
        definition = new Definition(number, key, status);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
