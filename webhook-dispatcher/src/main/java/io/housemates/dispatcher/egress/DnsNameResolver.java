package io.housemates.dispatcher.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Resolves names on an event loop (hosts file, then DNS), and waits for IPv4 and IPv6 answers, because both are vetted. */
public final class DnsNameResolver implements NameResolver {

    private static final int LONGEST_CACHED_SECONDS = 30;

    private final Vertx vertx;
    private final io.netty.resolver.dns.DnsNameResolver resolver;

    public DnsNameResolver(Vertx vertx) {
        this(vertx, DnsServerAddressStreamProviders.platformDefault());
    }

    /** @param servers which name servers to ask */
    DnsNameResolver(Vertx vertx, DnsServerAddressStreamProvider servers) {
        this.vertx = vertx;
        VertxInternal internals = (VertxInternal) vertx;
        EventLoop loop = internals.createEventLoopContext().nettyEventLoop();
        this.resolver = new DnsNameResolverBuilder(loop)
                .datagramChannelFactory(internals.transport()::datagramChannel)
                .socketChannelFactory(() -> (SocketChannel) internals.transport().channelFactory(false).newChannel())
                .nameServerProvider(servers)
                .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                .completeOncePreferredResolved(false)
                .ttl(0, LONGEST_CACHED_SECONDS)
                .queryTimeoutMillis(5_000)
                .build();
    }

    @Override
    public Future<List<InetAddress>> resolve(String host) {
        Promise<List<InetAddress>> answer = ((ContextInternal) vertx.getOrCreateContext()).promise();
        resolver.resolveAll(host).addListener((io.netty.util.concurrent.Future<List<InetAddress>> done) -> {
            if (done.isSuccess()) {
                answer.complete(new ArrayList<>(done.getNow()));
            } else {
                answer.fail(done.cause());
            }
        });
        return answer.future();
    }
}
