package io.housemates.dashboard.signin;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.housemates.dashboard.page.Html;
import io.housemates.dashboard.session.Cookies;
import io.housemates.dashboard.session.SessionCookie;
import io.housemates.dashboard.session.SignedIn;

/** Ends the session in the browser that asks for it. */
@SignedIn
@Path("/sign-out")
class SignOutResource {

    private final Cookies cookies;

    SignOutResource(Cookies cookies) {
        this.cookies = cookies;
    }

    @POST
    public Response signOut() {
        return Html.redirect("/sign-in", cookies.remove(SessionCookie.NAME));
    }
}
