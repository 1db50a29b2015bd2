package io.housemates.localstack.stripe;

import java.time.Clock;

import io.housemates.localstack.stripe.browser.AuthenticationPage;
import io.housemates.localstack.stripe.browser.BrowserScript;
import io.housemates.localstack.stripe.browser.Resources;
import io.housemates.localstack.stripe.control.DashboardRoutes;
import io.housemates.localstack.stripe.control.FaultRoutes;
import io.housemates.localstack.stripe.control.StateRoutes;
import io.housemates.localstack.stripe.control.WebhookRoutes;
import io.housemates.localstack.stripe.event.DeliveryLog;
import io.housemates.localstack.stripe.event.Events;
import io.housemates.localstack.stripe.event.WebhookEndpoint;
import io.housemates.localstack.stripe.event.WebhookPost;
import io.housemates.localstack.stripe.event.WebhookSender;
import io.housemates.localstack.stripe.fault.Faults;
import io.housemates.localstack.stripe.fault.FaultyCourse;
import io.housemates.localstack.stripe.http.ApiKeys;
import io.housemates.localstack.stripe.http.ApiRoutes;
import io.housemates.localstack.stripe.http.IdempotencyKeys;
import io.housemates.localstack.stripe.http.Reception;
import io.housemates.localstack.stripe.http.RequestLog;
import io.housemates.localstack.stripe.http.View;
import io.housemates.localstack.stripe.payment.Account;
import io.housemates.localstack.stripe.payment.Ledger;
import io.housemates.localstack.stripe.state.Journal;
import io.housemates.localstack.stripe.state.Later;
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
        serve(router);
        vertx.createHttpServer().requestHandler(router).listen(options.port(), options.host()).map(server -> {
            http = server;
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
        Clock clock = options.clock();
        Later later = (delay, work) -> vertx.setTimer(Math.max(1, delay.toMillis()), timer -> work.run());
        Faults faults = new Faults();
        DeliveryLog deliveries = new DeliveryLog();
        events = new Events(journal, new WebhookSender(new WebhookPost(vertx, clock, deliveries), faults, later), clock);
        Account account = new Account(new Ledger(journal, events, clock), later,
                () -> baseUrl() + AuthenticationPage.PATH);
        RequestLog requests = new RequestLog(clock);
        IdempotencyKeys keys = new IdempotencyKeys(journal, clock);
        Reception reception = new Reception(new ApiKeys(options.secretKey(), options.publishableKey()), keys, requests,
                new FaultyCourse(faults, later));

        Resources resources = new Resources();
        new BrowserScript(resources).on(router);
        new AuthenticationPage(account.authentication(), resources).on(router);
        new StripeApi(account, events).on(new ApiRoutes(router, reception, new View(account::find)));
        new FaultRoutes(faults).on(router);
        new WebhookRoutes(events, deliveries).on(router);
        new DashboardRoutes(account.dashboard()).on(router);
        new StateRoutes(requests, account.search(), () -> {
            account.clear();
            keys.clear();
            faults.clear();
            requests.clear();
            deliveries.clear();
            journal.clear();
        }).on(router);

        if (options.webhookUrl() != null) {
            events.deliverTo(new WebhookEndpoint(options.webhookUrl(), options.webhookSecret()));
        }
        account.resume();
    }
}
