package io.housemates.platform.partner;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.housemates.platform.api.ApiArea;
import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;

/**
 * Lets a request into the partners' area when its bearer token belongs to the partner it names; any other combination is 401.
 * Asked before the path is matched, so that strangers learn nothing about what is there.
 */
class PartnerFilter {

    private static final String PARTNER_ID = "X-API-PARTNER-ID";

    private final PartnerCredentials credentials;
    private final CurrentPartner partner;

    PartnerFilter(PartnerCredentials credentials, CurrentPartner partner) {
        this.credentials = credentials;
        this.partner = partner;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    Uni<Void> authenticate(ContainerRequestContext request) {
        if (!ApiArea.PARTNERS.contains(request.getUriInfo().getPath())) {
            return null;
        }
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
