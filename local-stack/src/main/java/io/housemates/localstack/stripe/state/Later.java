package io.housemates.localstack.stripe.state;

import java.time.Duration;

/** Runs something on the event loop after a while. */
@FunctionalInterface
public interface Later {

    void after(Duration delay, Runnable work);
}
