package io.housemates.platform.api;

/** The errors every service can answer. */
public enum CommonError implements ErrorCode {

    MALFORMED_REQUEST(400, "api.malformed_request", 400),
    UNAUTHENTICATED(401, "api.unauthenticated", 401),
    NOT_FOUND(404, "api.not_found", 404),
    METHOD_NOT_ALLOWED(405, "api.method_not_allowed", 405),
    NOT_ACCEPTABLE(406, "api.not_acceptable", 406),
    CONFLICT(409, "api.conflict", 409),
    PAYLOAD_TOO_LARGE(413, "api.payload_too_large", 413),
    UNSUPPORTED_MEDIA_TYPE(415, "api.unsupported_media_type", 415),
    INVALID_FIELDS(422, "api.validation_failed", 422),
    TOO_MANY_REQUESTS(429, "api.too_many_requests", 429),
    INTERNAL(500, "api.internal_error", 500),
    UNAVAILABLE(503, "api.service_unavailable", 503);

    private final Definition definition;

    CommonError(int number, String key, int status) {
        definition = new Definition(number, key, status);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /** The nearest shared error for a status that the HTTP layer decided on. */
    static CommonError ofStatus(int status) {
        for (CommonError error : values()) {
            if (error.status() == status) {
                return error;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}
