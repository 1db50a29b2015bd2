package io.housemates.localstack.stripe.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/** The table of the API: which endpoint serves a path, and whether browsers may call it or only the product's server. */
public final class ApiRoutes {

    private final Router router;
    private final Reception reception;
    private final View view;

    public ApiRoutes(Router router, Reception reception, View view) {
        this.router = router;
        this.reception = reception;
        this.view = view;
    }

    public ApiRoutes get(String path, Endpoint endpoint) {
        return route(HttpMethod.GET, path, forServers(endpoint));
    }

    public ApiRoutes post(String path, Endpoint endpoint) {
        return route(HttpMethod.POST, path, forServers(endpoint));
    }

    public ApiRoutes getByAnyone(String path, Endpoint endpoint) {
        return route(HttpMethod.GET, path, endpoint);
    }

    public ApiRoutes postByAnyone(String path, Endpoint endpoint) {
        return route(HttpMethod.POST, path, endpoint);
    }

    /** Everything else below the path is an unrecognized URL. */
    public void nothingElseBelow(String path) {
        router.route(path + "/*").handler(reception.of(request -> {
            throw StripeError.unknownUrl(request.method(), request.path());
        }));
    }

    private ApiRoutes route(HttpMethod method, String path, Endpoint endpoint) {
        router.route(method, path).handler(reception.of(request -> view.of(endpoint.handle(request), request)));
        return this;
    }

    private static Endpoint forServers(Endpoint endpoint) {
        return request -> {
            if (request.caller() == Caller.BROWSER) {
                throw StripeError.secretKeyRequired();
            }
            return endpoint.handle(request);
        };
    }
}
