package io.housemates.checkout.hosted;

import java.net.URLDecoder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;

import io.housemates.checkout.hosted.guard.ForgedFormException;
import io.housemates.platform.api.ApiException;

/** Pages that say why it does not go on, of what a resource found or threw. */
@ApplicationScoped
class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);

    private final Frames frames;

    Notices(Frames frames) {
        this.frames = frames;
    }

    Response page(Visit visit, Notice notice) {
        return page(frames.of(visit, "start", 0), notice);
    }

    /** @param headers and path parameter of the request that failed */
    Response failed(Throwable failure, HttpHeaders headers, String sessionId) {
        return switch (status(failure)) {
            case 409 -> Html.to(sessionId, "start");
            case 404, 405 -> bare(headers, Notice.UNKNOWN);
            case 429 -> retryLater(bare(headers, Notice.TOO_MANY));
            case 403 -> bare(headers, Notice.FORGED);
            default -> {
                LOG.warnf("Page failed session=%s reason=\"%s\"", sessionId, failure);
                yield bare(headers, Notice.BROKEN);
            }
        };
    }

    private Response bare(HttpHeaders headers, Notice notice) {
        return page(frames.bare(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), notice);
    }

    private static Response page(Frame frame, Notice notice) {
        return Html.page(notice.status(), frame.spoken(), new NoticePage(frame, notice.name()));
    }

    private static Response retryLater(Response page) {
        return Response.fromResponse(page).header(HttpHeaders.RETRY_AFTER, 5).build();
    }

    /** 409: the session has moved on meanwhile, and its own first page tells where to. */
    private static int status(Throwable failure) {
        if (failure instanceof ForgedFormException || isUnreadableForm(failure)) {
            return 403;
        }
        if (failure instanceof ApiException refused) {
            return refused.error().status();
        }
        return failure instanceof WebApplicationException refused ? refused.getResponse().getStatus() : 500;
    }

    /** No browser sends such a form; Quarkus lets the decoder's own exception through. */
    private static boolean isUnreadableForm(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && failure.getStackTrace()[0].getClassName().equals(URLDecoder.class.getName());
    }
}
