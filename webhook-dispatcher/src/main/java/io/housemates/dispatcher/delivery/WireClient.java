package io.housemates.dispatcher.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.housemates.dispatcher.egress.Destination;
import io.housemates.dispatcher.egress.EgressGuard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;

/**
 * The HTTP client of deliveries: vetted and pinned addresses, no redirects, no proxy, keep-alive, HTTP/2 where TLS offers it.
 *
 * <p>
 * The pool never makes an attempt wait: it has room for every attempt in flight on one host, because a wait in the pool would
 * be held against the endpoint although it is our own pressure.
 */
public final class WireClient {

    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int MOST_ADDRESSES = 4;

    private final Vertx vertx;
    private final EgressGuard guard;
    private final Duration deadline;
    private final HttpClient plain;
    private final HttpClient tls;
    private final HttpClient plainAnew;
    private final HttpClient tlsAnew;

    public WireClient(Vertx vertx, EgressGuard guard, Duration deadline, int mostInFlight, HttpClientOptions trust) {
        this.vertx = vertx;
        this.guard = guard;
        this.deadline = deadline;
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(mostInFlight).setHttp2MaxSize(4).setMaxWaitQueueSize(-1);
        this.plain = vertx.createHttpClient(bounded(new HttpClientOptions()), pool);
        this.tls = vertx.createHttpClient(secured(trust), pool);
        this.plainAnew = vertx.createHttpClient(bounded(new HttpClientOptions()).setKeepAlive(false), pool);
        this.tlsAnew = vertx.createHttpClient(secured(trust).setKeepAlive(false).setHttp2KeepAliveTimeout(1), pool);
    }

    /**
     * Sends once; the result is always an outcome, never a failure, and comes within the deadline.
     *
     * <p>
     * The whole exchange runs on one Vert.x context, whoever calls: on another thread an answer could be over before its
     * handlers are set, and a delivered webhook would be taken for a failed one.
     */
    public Future<AttemptResult> send(WireRequest request) {
        if (Context.isOnEventLoopThread()) {
            return new Exchange(vertx, this, request, deadline).run();
        }
        Promise<AttemptResult> ended = Promise.promise();
        vertx.runOnContext(go -> new Exchange(vertx, this, request, deadline).run().onComplete(ended));
        return ended.future();
    }

    /** @param vetted told when the name is resolved and allowed, before connecting */
    Future<HttpClientRequest> connect(Destination destination, Runnable vetted) {
        return guard.vet(destination).compose(addresses -> {
            vetted.run();
            return open(destination.tls() ? tls : plain, destination, addresses);
        });
    }

    /**
     * The same on a connection that nobody has used before; over HTTP/2 at most moments before, where one lasts a second more.
     */
    Future<HttpClientRequest> connectAnew(Destination destination) {
        return guard.vet(destination)
                .compose(addresses -> open(destination.tls() ? tlsAnew : plainAnew, destination, addresses));
    }

    /** One address after the other, as long as none can be connected to; each has its share of the time. */
    private Future<HttpClientRequest> open(HttpClient client, Destination to, List<InetAddress> addresses) {
        int tried = Math.min(MOST_ADDRESSES, addresses.size());
        long share = deadline.toMillis() / tried;
        Future<HttpClientRequest> opened = open(client, to, addresses.get(0), share);
        for (InetAddress next : addresses.subList(1, tried)) {
            opened = opened.recover(failure -> isUnreachable(failure) ? open(client, to, next, share)
                    : Future.failedFuture(failure));
        }
        return opened;
    }

    /** Where TLS fails somebody was reached. */
    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof IOException && !(failure instanceof SSLException);
    }

    private static Future<HttpClientRequest> open(HttpClient client, Destination to, InetAddress address, long longest) {
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.POST).setConnectTimeout(longest)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address.getHostAddress()))
                .setHost(to.host()).setPort(to.port()).setSsl(to.tls()).setURI(to.requestTarget())
                .setFollowRedirects(false));
    }

    private HttpClientOptions secured(HttpClientOptions trust) {
        return bounded(new HttpClientOptions(trust)).setSsl(true).setUseAlpn(true)
                .setSslEngineOptions(new TimedTls(deadline.multipliedBy(2)))
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setInitialSettings(new Http2Settings().setMaxHeaderListSize(LARGEST_HEADERS));
    }

    /** A connection on which nothing comes any more would take every later HTTP/2 request and answer none. */
    private HttpClientOptions bounded(HttpClientOptions options) {
        return options.setReadIdleTimeout((int) deadline.multipliedBy(2).toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE).setKeepAlive(true).setKeepAliveTimeout(30)
                .setConnectTimeout((int) deadline.toMillis())
                .setSslHandshakeTimeout(deadline.toMillis()).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(LARGEST_HEADERS).setMaxInitialLineLength(4096).setMaxRedirects(0);
    }
}
