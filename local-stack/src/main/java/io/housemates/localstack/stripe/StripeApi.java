package io.housemates.localstack.stripe;

import io.housemates.localstack.stripe.event.Events;
import io.housemates.localstack.stripe.http.ApiRoutes;
import io.housemates.localstack.stripe.payment.Account;
import io.housemates.localstack.stripe.payment.PaymentIntents;
import io.housemates.localstack.stripe.payment.Refunds;

/** The slice of Stripe's API that is simulated. */
final class StripeApi {

    private final Account account;
    private final Events events;

    StripeApi(Account account, Events events) {
        this.account = account;
        this.events = events;
    }

    void on(ApiRoutes routes) {
        PaymentIntents intents = account.paymentIntents();
        Refunds refunds = account.refunds();
        routes.post("/v1/payment_intents", intents::create)
                .get("/v1/payment_intents", intents::list)
                .get("/v1/payment_intents/search", account.search()::search)
                .getByAnyone("/v1/payment_intents/:id", intents::retrieve)
                .post("/v1/payment_intents/:id", intents::update)
                .postByAnyone("/v1/payment_intents/:id/confirm", intents::confirm)
                .post("/v1/payment_intents/:id/cancel", intents::cancel)
                .postByAnyone("/v1/payment_methods", account.paymentMethods()::create)
                .get("/v1/payment_methods/:id", account.paymentMethods()::retrieve)
                .post("/v1/refunds", refunds::create)
                .get("/v1/refunds", refunds::list)
                .get("/v1/refunds/:id", refunds::retrieve)
                .post("/v1/refunds/:id", refunds::update)
                .get("/v1/charges", account.charges()::list)
                .get("/v1/charges/:id", account.charges()::retrieve)
                .get("/v1/disputes", account.disputes()::list)
                .get("/v1/disputes/:id", account.disputes()::retrieve)
                .get("/v1/events", events::list)
                .get("/v1/events/:id", events::retrieve)
                .get("/v1/webhook_endpoints", events::endpoints)
                .nothingElseBelow("/v1");
    }
}
