package io.housemates.localstack;

import java.util.HashMap;
import java.util.Map;

/** What each service is told about the rest of the stack. */
record ServiceEnvironment(StackPorts ports, StackState state, StripeAccount stripe, String bootstrapServers) {

    Map<String, String> of(Service service) {
        var variables = new HashMap<String, String>();
        variables.put("DATABASE_HOST", EmbeddedPostgres.HOST);
        variables.put("DATABASE_PORT", Integer.toString(ports.postgres()));
        variables.put("DATABASE_NAME", service.label());
        variables.put("DATABASE_USER", EmbeddedPostgres.USER);
        variables.put("DATABASE_PASSWORD", EmbeddedPostgres.PASSWORD);
        variables.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        variables.put("ADMIN_TOKEN", state.adminToken());
        variables.put("PERSONAL_DATA_KEYSET", state.personalDataKeyset());
        // A polite end waits two seconds per incoming channel for records under way; redelivery makes up for them as well.
        variables.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
        switch (service) {
            case CHECKOUT -> variables.putAll(payments());
            case DISPATCHER -> variables.putAll(egress());
            case DASHBOARD -> variables.putAll(neighbours());
            case BOOKING -> variables.put("BLIND_INDEX_KEYSET", state.blindIndexKeyset());
        }
        return variables;
    }

    private Map<String, String> payments() {
        return Map.of(
                "STRIPE_API_BASE", stripe.apiBase(),
                "STRIPE_SECRET_KEY", stripe.secretKey(),
                "STRIPE_PUBLISHABLE_KEY", stripe.publishableKey(),
                "STRIPE_WEBHOOK_SECRET", stripe.webhookSecret(),
                "STRIPE_SCRIPT", stripe.script(),
                "CHECKOUT_PUBLIC_URL", url(Service.CHECKOUT),
                "RETURN_KEYS", state.returnKeys());
    }

    /** Partners on this machine may be reached: nothing but the local stack opens loopback. */
    private Map<String, String> egress() {
        return Map.of(
                "WEBHOOK_KEYSET", state.webhookKeyset(),
                "EGRESS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128",
                "EGRESS_ALLOW_HTTP", "true",
                "EGRESS_ALLOWED_PORTS", "443,8443," + ports.partner());
    }

    private Map<String, String> neighbours() {
        return Map.of(
                "SESSION_KEY", state.sessionKey(),
                "CHECKOUT_URL", url(Service.CHECKOUT),
                "BOOKING_URL", url(Service.BOOKING),
                "DISPATCHER_URL", url(Service.DISPATCHER));
    }

    private String url(Service service) {
        return "http://localhost:" + service.port(ports.offset());
    }
}
