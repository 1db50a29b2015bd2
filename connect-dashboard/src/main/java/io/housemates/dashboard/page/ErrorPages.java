package io.housemates.dashboard.page;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.housemates.dashboard.service.Outage;
import io.housemates.dashboard.service.ServiceError;
import io.housemates.dashboard.session.Cookies;
import io.housemates.dashboard.session.CurrentSession;
import io.housemates.dashboard.session.ForgedFormException;
import io.housemates.dashboard.session.SessionCookie;

/** Turns whatever a resource throws into a page, in one place. */
class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    private final CurrentSession session;
    private final Cookies cookies;

    ErrorPages(CurrentSession session, Cookies cookies) {
        this.session = session;
        this.cookies = cookies;
    }

    @ServerExceptionMapper
    Response refused(ServiceError e) {
        if (e.status() == 401) {
            return Html.redirect("/sign-in?again=true", cookies.remove(SessionCookie.NAME));
        }
        LOG.infof("Refused by a service status=%d message=%s", e.status(), e.getMessage());
        return page(Problem.of(e));
    }

    /** A service answered what is no envelope. */
    @ServerExceptionMapper
    Response unreadable(ClientWebApplicationException e) {
        LOG.errorf(e, "A service's answer cannot be read");
        return page(Problem.SERVICE_AWAY);
    }

    @ServerExceptionMapper
    Response forged(ForgedFormException e) {
        return page(Problem.FORM_OUTDATED);
    }

    /** What the HTTP layer itself refuses: unknown address, wrong method, unreadable form. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        return page(Problem.ofStatus(e.getResponse().getStatus()));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (Outage.causes(e)) {
            LOG.warnf("A service was not reached reason=\"%s\"", e.getMessage());
            return page(Problem.SERVICE_AWAY);
        }
        LOG.error("Request failed", e);
        return page(Problem.UNEXPECTED);
    }

    private Response page(Problem problem) {
        return Html.page(problem.status(), new ProblemPage(session.find().orElse(null), problem));
    }
}
