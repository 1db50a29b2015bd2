package io.housemates.dashboard.support;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;

/** What tests of pages share: the running dashboard, the services it asks, and a browser that is signed in. */
@QuarkusTestResource(StandInResource.class)
public abstract class DashboardTest {

    @TestHTTPResource("/")
    protected URI dashboard;

    protected StandIn services;

    protected Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.signedIn(dashboard, services.reset());
        services.reset();
    }

    @AfterEach
    void forget() {
        services.reset();
    }
}
