package io.housemates.dashboard.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dashboard.support.Browser;
import io.housemates.dashboard.support.BrowserPage;
import io.housemates.dashboard.support.DashboardTest;
import io.housemates.dashboard.support.Examples;
import io.housemates.dashboard.support.StandIn;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SignInTest extends DashboardTest {

    private Browser visitor;

    @BeforeEach
    void visit() {
        visitor = new Browser(dashboard);
        services.answers("GET /api/bookings", Examples.bookings(1, 0));
    }

    @Test
    void leadsToTheBookings() {
        BrowserPage page = visitor.signIn(StandIn.PARTNER, StandIn.TOKEN);

        assertThat(page.heading()).isEqualTo("Bookings");
        assertThat(page.text()).contains(StandIn.PARTNER).doesNotContain(StandIn.TOKEN);
    }

    @Test
    void keepsTheCredentialsInASealedCookieOutOfReach() {
        BrowserPage answer = visitor.send(visitor.get("/sign-in"), "/sign-in", "partner_id= " + StandIn.PARTNER + " ",
                "access_token=" + StandIn.TOKEN + "\n");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.cookies()).singleElement().asString().startsWith("connect_session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain(StandIn.TOKEN, StandIn.PARTNER, "Secure", "Max-Age", "Expires");
    }

    @Test
    void refusesCredentialsThatTheServicesDoNotKnow() {
        BrowserPage page = visitor.signIn(StandIn.PARTNER, "wrong-token");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.html().select("[role=alert]").text()).contains("do not belong together");
        assertThat(page.html().title()).startsWith("Error: ");
        assertThat(page.html().select("#partner_id").val()).isEqualTo(StandIn.PARTNER);
        assertThat(page.html().select("#access_token").val()).isEmpty();
        assertThat(visitor.get("/bookings").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void asksNoServiceAboutWhatCannotBeACredential() {
        services.reset();

        assertThat(visitor.signIn("", "").status()).isEqualTo(401);
        assertThat(visitor.signIn("01K4", "line\r\nX-Other: header").status()).isEqualTo(401);
        assertThat(visitor.signIn("é", "t").status()).isEqualTo(401);
        assertThat(services.received()).isEmpty();
    }

    @Test
    void saysSoWhenTheBookingServiceIsAway() {
        services.goAway();
        try {
            BrowserPage page = visitor.signIn(StandIn.PARTNER, StandIn.TOKEN);

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.heading()).isEqualTo("Not available right now");
        } finally {
            services.comeBack();
        }
    }

    @Test
    void refusesAFormThatWasNotMadeForThisBrowser() {
        BrowserPage foreign = new Browser(dashboard).get("/sign-in");
        visitor.get("/sign-in");

        assertThat(visitor.send(foreign, "/sign-in", "partner_id=" + StandIn.PARTNER, "access_token=" + StandIn.TOKEN).status())
                .isEqualTo(403);
        assertThat(new Browser(dashboard).post("/sign-in", "partner_id=x", "access_token=y").status()).isEqualTo(403);
    }

    @Test
    void leavesASessionAloneWhenItsBrowserComesWithoutCookies() {
        BrowserPage form = new Browser(dashboard).get("/sign-in");

        assertThat(form.cookies()).singleElement().asString().startsWith("connect_visitor=");
    }

    @Test
    void endsWithSigningOut() {
        BrowserPage page = browser.get("/bookings");

        assertThat(browser.send(page, "/sign-out").header("Location")).isEqualTo("/sign-in");
        assertThat(browser.get("/bookings").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void isAskedForAgainWhenTheTokenIsRevoked() {
        services.refuses("GET /api/bookings", 401, "api.unauthenticated", null);

        BrowserPage page = browser.follow(browser.get("/bookings"));

        assertThat(page.heading()).isEqualTo("Sign in");
        assertThat(page.text()).contains("Your access token is no longer accepted.");
        assertThat(browser.get("/webhooks").header("Location")).isEqualTo("/sign-in");
    }
}
