package io.housemates.checkout.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.checkout.details.Fields;
import io.housemates.platform.api.CommonError;
import io.housemates.platform.api.InvalidFieldsException;

/** What a request says of a partner: members that are absent are left as they are. */
record PartnerChange(boolean named, String name, boolean housed, String checkoutHost) {

    private static final int NAME = 200;
    private static final int HOST = 253;

    /**
     * @param body {@code name}: text, {@code checkout_host}: a host name, null for the default one
     * @param creates whether the partner does not exist yet, so that its name is required
     * @param publicHost everybody's, so nobody's own
     * @throws InvalidFieldsException naming every wrong field
     */
    static PartnerChange of(JsonNode body, boolean creates, String publicHost) {
        if (!body.isObject()) {
            throw CommonError.MALFORMED_REQUEST.exception();
        }
        Map<String, List<String>> messages = new LinkedHashMap<>();
        Fields fields = new Fields(body, messages);
        boolean named = creates || body.has("name");
        var change = new PartnerChange(named, named ? fields.text("name", NAME) : null, body.has("checkout_host"),
                host(fields, publicHost));
        if (!messages.isEmpty()) {
            throw new InvalidFieldsException(messages);
        }
        return change;
    }

    private static String host(Fields fields, String publicHost) {
        String host = fields.optionalText("checkout_host", HOST);
        if (host == null) {
            return null;
        }
        return HostName.of(host).filter(name -> !name.equals(publicHost))
                .orElseGet(
                        () -> fields.wrong("checkout_host", "must be a host name of your own, without scheme, port or path."));
    }

    void applyTo(Partner partner) {
        if (named) {
            partner.name = name;
        }
        if (housed) {
            partner.checkoutHost = checkoutHost;
        }
    }
}
