package io.housemates.localstack.stripe;

import io.housemates.localstack.stripe.event.Events;
import io.housemates.localstack.stripe.event.WebhookEndpoint;
import io.housemates.localstack.stripe.http.ApiKeys;
import io.housemates.localstack.stripe.http.ApiRoutes;
import io.housemates.localstack.stripe.http.IdempotencyKeys;
import io.housemates.localstack.stripe.http.Reception;
import io.housemates.localstack.stripe.http.RequestLog;
import io.housemates.localstack.stripe.http.View;
import io.housemates.localstack.stripe.payment.Account;
import io.housemates.localstack.stripe.payment.Ledger;
import io.housemates.localstack.stripe.state.Journal;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

/** Wires the simulator's parts together and serves them from one event loop. */
final class SimulatorServer extends AbstractVerticle {

    private final StripeSimulatorOptions options;
    private Journal journal;
    private Events events;
    private HttpServer http;

    SimulatorServer(StripeSimulatorOptions options) {
        this.options = options;
    }

    @Override
    public void start(Promise<Void> started) {
        journal = options.stateFile() == null ? Journal.inMemory() : Journal.open(options.stateFile());
        Router router = Router.router(vertx);
        vertx.createHttpServer().requestHandler(router).listen(options.port(), options.host()).map(server -> {
            http = server;
            serve(router);
            return (Void) null;
        }).onComplete(started);
    }

    @Override
    public void stop() {
        journal.close();
    }

    String baseUrl() {
        return "http://localhost:" + http.actualPort();
    }

    void deliverWebhooksTo(WebhookEndpoint endpoint) {
        context.runOnContext(now -> events.deliverTo(endpoint));
    }

    private void serve(Router router) {
        events = new Events(journal, vertx, options.clock());
        Ledger ledger = new Ledger(journal, events, options.clock());
        Account account = new Account(ledger, (delay, work) -> vertx.setTimer(delay.toMillis(), timer -> work.run()),
                baseUrl() + "/3d_secure");
        if (options.webhookUrl() != null) {
            events.deliverTo(new WebhookEndpoint(options.webhookUrl(), options.webhookSecret()));
        }
        account.resume();
        Reception reception = new Reception(new ApiKeys(options.secretKey(), options.publishableKey()),
                new IdempotencyKeys(journal, options.clock()), new RequestLog(options.clock()),
                call -> call.send(call.answer()));
        api(new ApiRoutes(router, reception, new View(account::find)), account);
    }

    private void api(ApiRoutes routes, Account account) {
        var intents = account.paymentIntents();
        routes.post("/v1/payment_intents", intents::create)
                .get("/v1/payment_intents", intents::list)
                .getByAnyone("/v1/payment_intents/:id", intents::retrieve)
                .post("/v1/payment_intents/:id", intents::update)
                .postByAnyone("/v1/payment_intents/:id/confirm", intents::confirm)
                .post("/v1/payment_intents/:id/cancel", intents::cancel)
                .postByAnyone("/v1/payment_methods", account.paymentMethods()::create)
                .get("/v1/payment_methods/:id", account.paymentMethods()::retrieve)
                .get("/v1/charges", account.charges()::list)
                .get("/v1/charges/:id", account.charges()::retrieve)
                .get("/v1/events", events::list)
                .get("/v1/events/:id", events::retrieve)
                .nothingElseBelow("/v1");
    }
}
