package io.housemates.checkout.outbox;

import java.util.List;

/** The present state of a partner as far as others need it, as {@code contracts/events/partner.changed.v1} has it. */
public record PartnerChanged(String partnerId, long version, String name, List<Token> accessTokens) {

    public static final String TOPIC = "partners";
    public static final String TYPE = "partner.changed";

    public record Token(String id, String sha256) {
    }
}
