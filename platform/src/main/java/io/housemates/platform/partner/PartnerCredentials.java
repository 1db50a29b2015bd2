package io.housemates.platform.partner;

import io.smallrye.mutiny.Uni;

/** Where a service looks credentials up: the owner in its own tables, the others in {@link PartnerReplica}. */
public interface PartnerCredentials {

    /** Whether the token is valid now and belongs to the partner. */
    Uni<Boolean> accepts(String partnerId, AccessToken token);
}
