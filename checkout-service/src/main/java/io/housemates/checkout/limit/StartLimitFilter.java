package io.housemates.checkout.limit;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.housemates.platform.partner.CurrentPartner;

/** Counts a Start against its partner's limit, once it is known whose it is and before its body is read. */
class StartLimitFilter {

    private final StartLimits limits;
    private final CurrentPartner partner;

    StartLimitFilter(StartLimits limits, CurrentPartner partner) {
        this.limits = limits;
        this.partner = partner;
    }

    @LimitedStart
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    void count() {
        limits.take(partner.id());
    }
}
