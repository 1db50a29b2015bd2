package io.housemates.dispatcher.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSessionContext;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.spi.tls.DefaultSslContextFactory;
import io.vertx.core.spi.tls.SslContextFactory;

/**
 * The JDK's TLS, noting on each connection when TCP was connected: the HTTP client tells only when the handshake was over, and
 * what took long, network or handshake, is what one wants to know.
 */
final class TimedTls extends JdkSSLEngineOptions {

    private static final AttributeKey<Long> CONNECTED = AttributeKey.valueOf(TimedTls.class, "connected");

    /** On {@link System#nanoTime}'s clock; null where TLS is not spoken. */
    static Long connectedAt(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().attr(CONNECTED).get();
    }

    private final Duration patience;

    /**
     * @param patience how long a new connection may wait for its first request, which HTTP/2 lets the other side delay for ever
     */
    TimedTls(Duration patience) {
        this.patience = patience;
    }

    @Override
    public TimedTls copy() {
        return new TimedTls(patience);
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new DefaultSslContextFactory(SslProvider.JDK, false) {
            @Override
            public SslContext create() throws SSLException {
                return new TimedContext(super.create(), patience);
            }
        };
    }

    /** Becomes active with the connection, before it begins the handshake. */
    private static final class TimedHandler extends SslHandler {

        private final Duration patience;

        TimedHandler(SSLEngine engine, boolean startTls, Executor executor, Duration patience) {
            super(engine, startTls, executor);
            this.patience = patience;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) throws Exception {
            context.channel().attr(CONNECTED).set(System.nanoTime());
            context.executor().schedule(() -> {
                if (!KeptConnection.isUsed(context.channel())) {
                    context.close();
                }
            }, patience.toMillis(), TimeUnit.MILLISECONDS);
            super.channelActive(context);
        }
    }

    /** Everything but the handler is the wrapped one's. */
    private static final class TimedContext extends SslContext {

        private final SslContext wrapped;
        private final Duration patience;

        TimedContext(SslContext wrapped, Duration patience) {
            this.wrapped = wrapped;
            this.patience = patience;
        }

        @Override
        protected SslHandler newHandler(ByteBufAllocator allocator, boolean startTls, Executor executor) {
            return new TimedHandler(newEngine(allocator), startTls, executor, patience);
        }

        @Override
        protected SslHandler newHandler(ByteBufAllocator allocator, String host, int port, boolean startTls,
                Executor executor) {
            return new TimedHandler(newEngine(allocator, host, port), startTls, executor, patience);
        }

        @Override
        public SSLEngine newEngine(ByteBufAllocator allocator) {
            return wrapped.newEngine(allocator);
        }

        @Override
        public SSLEngine newEngine(ByteBufAllocator allocator, String host, int port) {
            return wrapped.newEngine(allocator, host, port);
        }

        @Override
        public boolean isClient() {
            return wrapped.isClient();
        }

        @Override
        public List<String> cipherSuites() {
            return wrapped.cipherSuites();
        }

        @Override
        public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
            return wrapped.applicationProtocolNegotiator();
        }

        @Override
        public SSLSessionContext sessionContext() {
            return wrapped.sessionContext();
        }
    }
}
