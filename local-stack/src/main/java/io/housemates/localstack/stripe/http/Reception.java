package io.housemates.localstack.stripe.http;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.housemates.localstack.stripe.state.Ids;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The doorstep of the API: reads a request, checks its key, and sends it on its course as a {@link Call}. */
public final class Reception {

    private final ApiKeys apiKeys;
    private final IdempotencyKeys idempotencyKeys;
    private final RequestLog log;
    private final Consumer<Call> course;

    /** @param course decides what happens to a call; faults are put in its way there */
    public Reception(ApiKeys apiKeys, IdempotencyKeys idempotencyKeys, RequestLog log, Consumer<Call> course) {
        this.apiKeys = apiKeys;
        this.idempotencyKeys = idempotencyKeys;
        this.log = log;
        this.course = course;
    }

    Handler<RoutingContext> of(Function<ApiRequest, Answer> endpoint) {
        return context -> context.request().body().onSuccess(body -> receive(context, body.toString(), endpoint));
    }

    private void receive(RoutingContext context, String body, Function<ApiRequest, Answer> endpoint) {
        HttpServerRequest http = context.request();
        String id = Ids.next("req");
        LoggedRequest logged = log.received(id, http.method().name(), http.path(), http.getHeader("Idempotency-Key"));
        try {
            Form form = Form.empty().add(http.query()).add(formBody(http, body));
            Caller caller = apiKeys.authenticate(http.getHeader("Authorization"), form);
            ApiRequest request = new ApiRequest(id, http.method().name(), http.path(),
                    Optional.ofNullable(context.pathParam("id")).orElse(""), form, caller, idempotencyKey(http));
            course.accept(new Call(request, endpoint, idempotencyKeys, new Reply(http, logged)));
        } catch (StripeError refused) {
            new Reply(http, logged).send(refused.answer());
        }
    }

    private static String formBody(HttpServerRequest http, String body) {
        String type = http.getHeader("Content-Type");
        if (!body.isEmpty() && (type == null || !type.startsWith("application/x-www-form-urlencoded"))) {
            throw StripeError.malformedBody("Invalid request (check that your POST content type is "
                    + "application/x-www-form-urlencoded). If you have questions, we can help at https://support.stripe.com/.");
        }
        return body;
    }

    private static Optional<String> idempotencyKey(HttpServerRequest http) {
        return Optional.ofNullable(http.getHeader("Idempotency-Key"))
                .filter(key -> http.method().equals(HttpMethod.POST) && !key.isBlank());
    }
}
