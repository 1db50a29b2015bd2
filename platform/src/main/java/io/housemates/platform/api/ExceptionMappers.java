package io.housemates.platform.api;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Turns whatever a resource throws into the envelope, in one place. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    @ServerExceptionMapper
    Response broken(ApiException e) {
        var answer = answer(e.error().status(), ErrorBody.of(e.error(), e.data()));
        if (e.retryAfter() != null) {
            answer.header("Retry-After", Math.max(1, e.retryAfter().toSeconds()));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(InvalidFieldsException e) {
        return answer(CommonError.INVALID_FIELDS.status(), ErrorBody.of(e)).build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        return invalid(FieldMessages.of(e));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        return answer(CommonError.MALFORMED_REQUEST);
    }

    /** What the HTTP layer itself refuses: unknown route, wrong method, wrong media type, unreadable body. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        return answer(CommonError.ofStatus(e.getResponse().getStatus()));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (Outage.causes(e)) {
            LOG.warnf("Request refused, the database is away reason=\"%s\"", e.getClass().getSimpleName());
            return broken(new ApiException(CommonError.UNAVAILABLE, null, Outage.RETRY_AFTER));
        }
        LOG.error("Request failed", e);
        return answer(CommonError.INTERNAL);
    }

    private static Response answer(ErrorCode error) {
        return answer(error.status(), ErrorBody.of(error, null)).build();
    }

    private static Response.ResponseBuilder answer(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    }
}
