package io.housemates.dashboard.session;

/**
 * A signed-in partner: what the services want to see, and what forms must carry.
 *
 * @param partnerId sent to the services as {@code X-API-PARTNER-ID}
 * @param accessToken sent to them as bearer token
 * @param formToken proves that a form was made for this session
 */
public record Session(String partnerId, String accessToken, String formToken) {

    public Credentials credentials() {
        return new Credentials("Bearer " + accessToken, partnerId);
    }

    /** Holds secrets. */
    @Override
    public String toString() {
        return "Session[" + partnerId + "]";
    }
}
