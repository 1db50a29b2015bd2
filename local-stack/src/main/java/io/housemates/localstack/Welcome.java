package io.housemates.localstack;

/** What the person at the terminal can do with a running stack. */
final class Welcome {

    private Welcome() {
    }

    /** @param hosted address of a checkout that was started for the person */
    static String to(StackDescription stack, StackOptions options, String hosted) {
        return """

                Running
                  checkout       %s
                  booking        %s
                  dispatcher     %s%s
                  Stripe         %s
                  demo partner   %s/received
                  PostgreSQL     %s:%d, databases checkout, booking, dispatcher, user and password %s
                  Kafka          %s

                API pages: %s/api-docs, %s/api-docs, %s/api-docs (OpenAPI at /openapi)

                Book a room in a browser (good for 30 minutes; Start gives another address)
                  %s
                  card 4242 4242 4242 4242, declined 4000 0000 0000 0002, asks the bank 4000 0000 0000 3220;
                  any later date, any three digits

                Partner credentials
                  Authorization: Bearer %s
                  X-API-PARTNER-ID: %s
                Operator
                  Authorization: Bearer %s
                Sample room %s, period %s, operator %s

                All of this is in %s; logs are in %s. Ctrl-C stops everything.
                """.formatted(
                stack.checkout(), stack.booking(), stack.dispatcher(), dashboard(stack), stack.stripeApi(),
                stack.partnerInbox(),
                stack.postgres().host(), stack.postgres().port(), stack.postgres().user(), stack.kafka(),
                stack.checkout(), stack.booking(), stack.dispatcher(), hosted,
                stack.accessToken(), stack.partnerId(), stack.adminToken(),
                stack.roomId(), stack.bookingPeriodId(), stack.operatorId(),
                options.directory().resolve("stack.json"), options.directory().resolve("logs"));
    }

    /** Its module is the only one that may not be built. */
    private static String dashboard(StackDescription stack) {
        return stack.pids().containsKey(Service.DASHBOARD.label()) ? "\n  dashboard      " + stack.dashboard() : "";
    }
}
