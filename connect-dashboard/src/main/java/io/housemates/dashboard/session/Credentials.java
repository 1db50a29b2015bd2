package io.housemates.dashboard.session;

import jakarta.ws.rs.HeaderParam;

/** A partner's own credentials, as every call to the services carries them. */
public class Credentials {

    @HeaderParam("Authorization")
    private final String authorization;

    @HeaderParam("X-API-PARTNER-ID")
    private final String partnerId;

    public Credentials(String authorization, String partnerId) {
        this.authorization = authorization;
        this.partnerId = partnerId;
    }

    public String getAuthorization() {
        return authorization;
    }

    public String getPartnerId() {
        return partnerId;
    }
}
