package io.housemates.platform.api;

import java.time.Duration;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.housemates.platform.DatabaseFailure;

/** Turns whatever a resource throws into the envelope, in one place. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    /** A guess: long enough for a failover to get on, short enough for a client to wait. */
    private static final Duration BACK_AGAIN = Duration.ofSeconds(2);

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

    /** The second is a kind of the first, but Quarkus has an answer of its own for it. */
    @ServerExceptionMapper({ JsonProcessingException.class, MismatchedInputException.class })
    Response unreadable(JsonProcessingException e) {
        return answer(CommonError.MALFORMED_REQUEST);
    }

    /** What the HTTP layer itself refuses: unknown route, wrong method, wrong media type, unreadable body. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        return answer(CommonError.ofStatus(e.getResponse().getStatus()));
    }

    /** Kafka is away; only calls that read or write it themselves notice. */
    @ServerExceptionMapper
    Response unavailable(RetriableException e) {
        LOG.warnf("Request refused reason=\"%s\"", e.getClass().getSimpleName());
        return broken(new ApiException(CommonError.UNAVAILABLE, null, BACK_AGAIN));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (DatabaseFailure.mayPass(e)) {
            LOG.warnf("Request refused, the database is away reason=\"%s\"", e.getClass().getSimpleName());
            return broken(new ApiException(CommonError.UNAVAILABLE, null, BACK_AGAIN));
        }
        if (DatabaseFailure.isUnstorableText(e)) {
            return answer(CommonError.MALFORMED_REQUEST);
        }
        LOG.error("Request failed", e);
        return answer(CommonError.INTERNAL);
    }

    /** What never becomes an exception, for example a content type that cannot be read. */
    @ServerResponseFilter
    void giveEnvelope(ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            response.setEntity(ErrorBody.of(CommonError.ofStatus(response.getStatus()), null), null,
                    MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static Response answer(ErrorCode error) {
        return answer(error.status(), ErrorBody.of(error, null)).build();
    }

    private static Response.ResponseBuilder answer(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    }
}
