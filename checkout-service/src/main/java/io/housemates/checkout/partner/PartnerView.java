package io.housemates.checkout.partner;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A partner as the admin API shows it. */
record PartnerView(String id, String name, @JsonProperty("checkout_host") @Schema(nullable = true) String checkoutHost,
        @JsonProperty("created_at") Instant createdAt) {

    static PartnerView of(Partner partner) {
        return new PartnerView(partner.id, partner.name, partner.checkoutHost, partner.createdAt);
    }
}
