package io.housemates.platform.partner;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;

/** Lets a request in when its bearer token belongs to the partner it names; any other combination is 401. */
class PartnerFilter {

    private static final String PARTNER_ID = "X-API-PARTNER-ID";

    private final PartnerCredentials credentials;
    private final CurrentPartner partner;

    PartnerFilter(PartnerCredentials credentials, CurrentPartner partner) {
        this.credentials = credentials;
        this.partner = partner;
    }

    @PartnerApi
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Void> authenticate(ContainerRequestContext request) {
        String partnerId = request.getHeaderString(PARTNER_ID);
        if (partnerId == null || partnerId.isBlank()) {
            throw CommonError.UNAUTHENTICATED.exception();
        }
        return credentials.accepts(partnerId, Bearer.of(request))
                .invoke(accepted -> admit(partnerId, accepted))
                .replaceWithVoid();
    }

    private void admit(String partnerId, boolean accepted) {
        if (!accepted) {
            throw CommonError.UNAUTHENTICATED.exception();
        }
        partner.identify(partnerId);
    }
}
