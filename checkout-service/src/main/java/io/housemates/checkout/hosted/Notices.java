package io.housemates.checkout.hosted;

import java.net.URLDecoder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;

import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Drafts;
import io.housemates.checkout.hosted.guard.ForgedFormException;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.platform.Ulids;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** Pages that say why it does not go on, of what a resource found or threw. */
@ApplicationScoped
class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);

    private final Frames frames;
    private final Drafts drafts;

    Notices(Frames frames, Drafts drafts) {
        this.frames = frames;
        this.drafts = drafts;
    }

    Response page(Visit visit, Notice notice) {
        return page(frames.of(visit, "start", 0), notice, again(notice, visit.id()));
    }

    /** In the language of the request alone, before anything was looked up. */
    Response page(Notice notice, Request request) {
        return page(notice, request, null);
    }

    Uni<Response> failed(Throwable failure, Request request) {
        int status = status(failure);
        return switch (status) {
            case 409 -> answer(Html.to(request.sessionId(), "start"));
            case 404, 405 -> answer(page(Notice.UNKNOWN, request));
            case 429 -> answer(retryLater(page(Notice.TOO_MANY, request)));
            case 403 -> inTheStudentsLanguage(Notice.FORGED, request);
            case 400, 406, 413, 415 -> inTheStudentsLanguage(Notice.UNREADABLE, request)
                    .map(page -> Response.fromResponse(page).status(status).build());
            default -> {
                LOG.warnf("Page failed session=%s reason=\"%s\"", request.sessionId(), failure);
                yield inTheStudentsLanguage(Notice.BROKEN, request);
            }
        };
    }

    /** What the student chose earlier counts, if it can be looked up now. */
    private Uni<Response> inTheStudentsLanguage(Notice notice, Request request) {
        Uni<Draft> draft = Ulids.isUlid(request.sessionId()) ? drafts.of(request.sessionId())
                : Uni.createFrom().item(Draft.EMPTY);
        return draft.onFailure().recoverWithItem(Draft.EMPTY).map(found -> page(notice, request, found.language()));
    }

    private Response page(Notice notice, Request request, String chosen) {
        String language = request.language() == null ? chosen : request.language();
        return page(frames.bare(Spoken.anywhere(language, request.accepted())), notice, again(notice, request.sessionId()));
    }

    /** The way back into the checkout, null where there is none. */
    private static String again(Notice notice, String session) {
        return notice.isPassing() && session != null ? "/" + session + "/start" : null;
    }

    private static Response page(Frame frame, Notice notice, String again) {
        return Html.page(notice.status(), frame.spoken(), new NoticePage(frame, notice.name(), again));
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
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
