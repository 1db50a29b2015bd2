package io.housemates.checkout.hosted.guard;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.HostAndPort;

/** The host that the browser asked for; a proxy's word for it is taken where Quarkus is told to. */
@ApplicationScoped
public class AskedHost {

    private final CurrentVertxRequest request;

    AskedHost(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Empty when it did not say. */
    public String name() {
        HostAndPort authority = request.getCurrent().request().authority();
        return authority == null ? "" : authority.host();
    }
}
