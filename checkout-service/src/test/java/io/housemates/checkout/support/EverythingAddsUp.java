package io.housemates.checkout.support;

import jakarta.enterprise.inject.spi.CDI;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test, whatever it did to Stripe and to time, both are as they were, and no invariant is violated. */
class EverythingAddsUp implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        Stripe.behaves();
        CDI.current().select(TestClock.class).get().reset();
        Admin.assertNothingViolated();
    }
}
