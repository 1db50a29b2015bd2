package io.housemates.checkout.hosted;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.housemates.checkout.hosted.text.Spoken;
import io.quarkus.qute.TemplateInstance;

/** The two kinds of answer a browser gets: a page, or the address of one. */
final class Html {

    private static final String TYPE = "text/html;charset=UTF-8";

    private Html() {
    }

    static Response page(int status, Spoken spoken, TemplateInstance page) {
        return Response.status(status).header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, spoken.language().tag())
                .entity(page.setLocale(spoken.language().locale()).render()).build();
    }

    /** Out of the checkout, to a partner's address. */
    static Response away(String address) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, address).build();
    }

    /** After a form: the browser reads the page there, and going back or reloading does not send the form again. */
    static Response to(String sessionId, String page) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, "/" + sessionId + "/" + page).build();
    }
}
