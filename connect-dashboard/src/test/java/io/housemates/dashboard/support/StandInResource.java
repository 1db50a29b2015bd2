package io.housemates.dashboard.support;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Puts a {@link StandIn} in the place of the services and gives it to fields of that type. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {

    private final StandIn services = new StandIn();

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.rest-client.checkout.url", services.url(), "quarkus.rest-client.booking.url", services.url(),
                "quarkus.rest-client.dispatcher.url", services.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(services, new TestInjector.MatchesType(StandIn.class));
    }

    @Override
    public void stop() {
        services.end();
    }
}
