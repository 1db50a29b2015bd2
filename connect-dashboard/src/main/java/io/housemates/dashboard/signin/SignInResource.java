package io.housemates.dashboard.signin;

import java.util.regex.Pattern;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.housemates.dashboard.booking.PartnerCheck;
import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.session.Cookies;
import io.housemates.dashboard.session.Credentials;
import io.housemates.dashboard.session.FormTokens;
import io.housemates.dashboard.session.SessionCookie;
import io.housemates.dashboard.session.VisitorCookie;
import io.smallrye.mutiny.Uni;

/** Takes a partner's id and access token and, when the booking service accepts them, begins a session. */
@Path("/sign-in")
class SignInResource {

    private static final Logger LOG = Logger.getLogger(SignInResource.class);

    /** What can be sent in a header; nothing else is a partner's id or token. */
    private static final Pattern PLAUSIBLE = Pattern.compile("[\\x21-\\x7E]{1,500}");

    private final PartnerCheck check;
    private final SessionCookie session;
    private final FormTokens formTokens;
    private final Cookies cookies;

    SignInResource(PartnerCheck check, SessionCookie session, FormTokens formTokens, Cookies cookies) {
        this.check = check;
        this.session = session;
        this.formTokens = formTokens;
        this.cookies = cookies;
    }

    /** @param again present when the services no longer accept the access token of a session */
    @GET
    public Response form(@CookieParam(VisitorCookie.NAME) String visitor, @RestQuery String again) {
        String known = visitor == null ? VisitorCookie.random() : visitor;
        String notice = again == null ? null : "Your access token is no longer accepted. Please sign in again.";
        return Html.page(200, new SignInPage(formTokens.of(known), "", null, notice), cookies.make(VisitorCookie.NAME, known));
    }

    @POST
    public Uni<Response> signIn(@RestForm("partner_id") String partnerId, @RestForm("access_token") String accessToken,
            @CookieParam(VisitorCookie.NAME) String visitor) {
        String partner = partnerId == null ? "" : partnerId.strip();
        String token = accessToken == null ? "" : accessToken.strip();
        return accepted(partner, token).map(accepted -> accepted ? begin(partner, token) : refuse(partner, visitor));
    }

    private Uni<Boolean> accepted(String partner, String token) {
        return PLAUSIBLE.matcher(partner).matches() && PLAUSIBLE.matcher(token).matches()
                ? check.accepts(new Credentials("Bearer " + token, partner))
                : Uni.createFrom().item(false);
    }

    private Response begin(String partner, String token) {
        LOG.infof("Signed in partner=%s", partner);
        return Html.redirect("/bookings", cookies.make(SessionCookie.NAME, session.write(partner, token)));
    }

    private Response refuse(String partner, String visitor) {
        String error = "The partner ID and the access token do not belong together, or the token was revoked.";
        return Html.page(401, new SignInPage(formTokens.of(visitor), partner, error, null));
    }
}
