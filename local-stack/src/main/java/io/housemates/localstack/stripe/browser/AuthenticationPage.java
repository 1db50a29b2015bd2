package io.housemates.localstack.stripe.browser;

import java.util.Optional;

import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.payment.Authentication;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The bank's page in 3-D Secure: two buttons, then back to the product's return page with Stripe's three query parameters. */
public final class AuthenticationPage {

    public static final String PATH = "/3d_secure";

    private static final String INTENT = "payment_intent";
    private static final String SECRET = "payment_intent_client_secret";

    private final Authentication authentication;
    private final Resources resources;

    public AuthenticationPage(Authentication authentication, Resources resources) {
        this.authentication = authentication;
        this.resources = resources;
    }

    public void on(Router router) {
        router.get(PATH).handler(context -> answer(context, this::ask, Form.empty().add(context.request().query())));
        router.post(PATH).handler(context -> context.request().body()
                .onSuccess(body -> answer(context, this::decide,
                        Form.empty().add(context.request().query()).add(body.toString()))));
    }

    private void ask(Form form, HttpServerResponse response) {
        boolean awaited = authentication.awaited(form.requireText(INTENT), form.requireText(SECRET));
        html(response, awaited ? "authentication.html" : "authenticated.html");
    }

    private void decide(Form form, HttpServerResponse response) {
        Optional<String> next = authentication.decide(form.requireText(INTENT), form.requireText(SECRET),
                form.requireText("outcome").equals("complete"));
        next.filter(url -> !form.has("in_frame")).ifPresentOrElse(
                url -> response.setStatusCode(303).putHeader("Location", url).end(),
                () -> html(response, "authenticated.html"));
    }

    private void html(HttpServerResponse response, String page) {
        response.putHeader("Content-Type", "text/html; charset=utf-8").end(resources.text(page));
    }

    private interface Step {
        void take(Form form, HttpServerResponse response);
    }

    private static void answer(RoutingContext context, Step step, Form form) {
        try {
            step.take(form, context.response());
        } catch (StripeError refused) {
            context.response().setStatusCode(refused.status()).putHeader("Content-Type", "application/json")
                    .end(refused.answer().body());
        }
    }
}
