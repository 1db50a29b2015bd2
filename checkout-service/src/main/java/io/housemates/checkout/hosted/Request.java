package io.housemates.checkout.hosted;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import io.housemates.checkout.hosted.text.Language;

/**
 * What every request to the pages carries; anything else in an address, an older client's {@code ?token=} too, means nothing.
 */
record Request(@PathParam("session_id") String sessionId, @QueryParam("lang") String asked,
        @HeaderParam("Accept-Language") String accepted) {

    static Request of(UriInfo uri, HttpHeaders headers) {
        return of(uri.getPathParameters().getFirst("session_id"), uri, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Request of(String sessionId, UriInfo uri, String accepted) {
        return new Request(sessionId, uri.getQueryParameters().getFirst("lang"), accepted);
    }

    /** One that the pages speak, null when none was asked for. */
    String language() {
        return Language.of(asked).map(Language::tag).orElse(null);
    }
}
