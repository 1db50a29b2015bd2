package io.housemates.checkout.hosted;

import java.util.List;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.housemates.checkout.hosted.guard.PageHeaders;
import io.housemates.platform.Ulids;

/** What is refused below a session before any of its pages is reached is a page too where a browser asked. */
class PlainRefusals {

    /** After the one that gives the envelope. */
    private static final int LATE = Priorities.USER - 1_000;

    private final Notices notices;
    private final PageHeaders headers;

    PlainRefusals(Notices notices, PageHeaders headers) {
        this.notices = notices;
        this.headers = headers;
    }

    @ServerResponseFilter(priority = LATE)
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        String session = firstOf(request.getUriInfo().getPathSegments());
        if (isPlain(response) && Ulids.isUlid(session) && isABrowsers(request)) {
            Notice notice = response.getStatus() == 404 || response.getStatus() == 405 ? Notice.NO_PAGE : Notice.UNREADABLE;
            Response page = notices.page(notice, Request.of(session, request.getUriInfo(), accepted(request)));
            response.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, page.getHeaderString(HttpHeaders.CONTENT_LANGUAGE));
            headers.set(response);
        }
    }

    private static boolean isPlain(ContainerResponseContext response) {
        return response.getStatus() >= 400 && response.getStatus() < 500
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
    }

    private static boolean isABrowsers(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML);
    }

    private static String accepted(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static String firstOf(List<PathSegment> segments) {
        return segments.isEmpty() ? null : segments.get(0).getPath();
    }
}
