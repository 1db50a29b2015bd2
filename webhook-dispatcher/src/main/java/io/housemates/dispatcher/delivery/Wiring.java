package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.housemates.dispatcher.egress.AddressTable;
import io.housemates.dispatcher.egress.DnsNameResolver;
import io.housemates.dispatcher.egress.EgressGuard;
import io.housemates.dispatcher.egress.EgressRules;
import io.housemates.dispatcher.egress.Network;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** Makes the parts that know nothing of configuration out of the configuration. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    EgressGuard guard(Vertx vertx, Egress egress) {
        List<Network> networks = egress.allowedNetworks().orElse(List.of()).stream().map(Network::parse).toList();
        return new EgressGuard(AddressTable.load(),
                new EgressRules(networks, egress.allowHttp(), Set.copyOf(egress.allowedPorts())), new DnsNameResolver(vertx));
    }

    @Produces
    @Singleton
    WireClient wire(Vertx vertx, EgressGuard guard, DeliverySettings settings) {
        return new WireClient(vertx, guard, settings.deadline(), settings.maxInFlight(), new HttpClientOptions());
    }

    /** On connections of their own. */
    @Produces
    @Singleton
    @Identifier(TestAttempts.OWN_CONNECTIONS)
    Attempts tests(Vertx vertx, EgressGuard guard, DeliverySettings settings, AttemptTrace trace, Clock clock) {
        return new Attempts(new WireClient(vertx, guard, settings.deadline(), TestAttempts.MOST, new HttpClientOptions()),
                trace,
                clock);
    }

    @Produces
    @Singleton
    RetrySchedule schedule(DeliverySettings settings) {
        return new RetrySchedule(settings.schedule(), settings.jitter(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /** What deliveries may reach. */
    @ConfigMapping(prefix = "dispatcher.egress")
    interface Egress {

        /** Networks (CIDR) beyond the public internet; empty in production. */
        Optional<List<String>> allowedNetworks();

        /** Whether http: URLs are accepted. */
        @WithDefault("false")
        boolean allowHttp();

        /** Ports outside the allowed networks. */
        @WithDefault("443,8443")
        List<Integer> allowedPorts();
    }
}
