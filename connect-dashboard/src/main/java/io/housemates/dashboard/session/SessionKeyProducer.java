package io.housemates.dashboard.session;

import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;

/** Takes the session key from the configuration, at start so that a bad one is noticed there. */
class SessionKeyProducer {

    private static final Logger LOG = Logger.getLogger(SessionKeyProducer.class);

    @Startup
    @Produces
    @Singleton
    SessionKey sessionKey(@ConfigProperty(name = "dashboard.session-key") Optional<String> configured) {
        return configured.map(SessionKey::of).orElseGet(() -> {
            LOG.warn("No SESSION_KEY is set: sessions end with this process and hold on no other replica");
            return SessionKey.random();
        });
    }
}
