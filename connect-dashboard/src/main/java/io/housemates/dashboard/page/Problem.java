package io.housemates.dashboard.page;

import io.housemates.dashboard.service.ServiceError;

/**
 * What went wrong, in the words of the page that says so.
 *
 * @param status HTTP status of the page
 */
record Problem(int status, String title, String text) {

    static final Problem NO_SUCH_PAGE = new Problem(404, "Page not found",
            "There is nothing at this address. It may have been deleted, or the address is incomplete.");

    static final Problem FORM_OUTDATED = new Problem(403, "This form is out of date",
            "It was opened before you signed in again, or in another browser. Nothing was changed. "
                    + "Go back, reload the page and try once more.");

    static final Problem TOO_LARGE = new Problem(413, "That is too much text",
            "The form is larger than we accept. Nothing was changed.");

    static final Problem SERVICE_AWAY = new Problem(503, "Not available right now",
            "The service behind this page does not answer. Bookings and webhooks are handled regardless. "
                    + "Please try again in a minute.");

    static final Problem UNEXPECTED = new Problem(500, "Something went wrong",
            "That is our fault, and we have a record of it. Please try again in a minute.");

    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> NO_SUCH_PAGE;
            case 413 -> TOO_LARGE;
            case 502, 503, 504 -> SERVICE_AWAY;
            default -> status >= 500 ? UNEXPECTED
                    : new Problem(status, "This request cannot be answered",
                            "The address or the form is not what this page expects. Nothing was changed.");
        };
    }

    static Problem of(ServiceError error) {
        return switch (error.status()) {
            case 409 -> new Problem(409, "Not possible right now",
                    error.reason() == null ? "Something has changed meanwhile. Reload the page and look again."
                            : error.reason());
            case 429 -> new Problem(429, "Too many requests",
                    "More was asked with this access token than is allowed. Please wait a minute.");
            case 500 -> SERVICE_AWAY;
            default -> ofStatus(error.status());
        };
    }
}
