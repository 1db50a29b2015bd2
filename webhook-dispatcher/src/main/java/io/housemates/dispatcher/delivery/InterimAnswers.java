package io.housemates.dispatcher.delivery;

import java.util.Set;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Passes over interim answers, of which any number of any kind may come before the answer (RFC 9110 section 15.2):
 * the HTTP client knows 100 and 103, and would take each other, such as 102 Processing, for the answer itself.
 */
final class InterimAnswers {

    /** 101 is the end of HTTP on the connection, and no answer that counts as received. */
    private static final Set<Integer> KNOWN = Set.of(100, 101, 103);

    private InterimAnswers() {
    }

    /** To be called once for each connection, before anything is sent on it. */
    static void passOver(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        if (channel.eventLoop().inEventLoop()) {
            passOver(channel.pipeline());
        } else {
            channel.eventLoop().execute(() -> passOver(channel.pipeline()));
        }
    }

    private static void passOver(ChannelPipeline pipeline) {
        Http2ConnectionHandler http2 = pipeline.get(Http2ConnectionHandler.class);
        ChannelHandlerContext http1 = pipeline.context(HttpClientCodec.class);
        if (http2 != null) {
            http2.decoder().frameListener(new Frames(http2.decoder().frameListener()));
        } else if (http1 != null) {
            pipeline.addAfter(http1.name(), InterimAnswers.class.getName(), new Messages());
        }
    }

    private static boolean isPassedOver(int status) {
        return status >= 100 && status < 200 && !KNOWN.contains(status);
    }

    /** HTTP/1: a head, and the end of a body that has none. */
    private static final class Messages extends ChannelInboundHandlerAdapter {

        private boolean passing;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpResponse head) {
                passing = isPassedOver(head.status().code());
            }
            if (passing) {
                ReferenceCountUtil.release(message);
            } else {
                super.channelRead(context, message);
            }
        }
    }

    /** HTTP/2. */
    private static final class Frames extends Http2FrameListenerDecorator {

        Frames(Http2FrameListener listener) {
            super(listener);
        }

        @Override
        public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean last)
                throws Http2Exception {
            if (!isPassedOver(headers)) {
                super.onHeadersRead(context, stream, headers, padding, last);
            }
        }

        @Override
        public void onHeadersRead(ChannelHandlerContext context, int stream, Http2Headers headers, int dependency, short weight,
                boolean exclusive, int padding, boolean last) throws Http2Exception {
            if (!isPassedOver(headers)) {
                super.onHeadersRead(context, stream, headers, dependency, weight, exclusive, padding, last);
            }
        }

        /** Trailers have no status. */
        private static boolean isPassedOver(Http2Headers headers) {
            CharSequence status = headers.status();
            return status != null && status.toString().matches("1\\d\\d")
                    && InterimAnswers.isPassedOver(Integer.parseInt(status.toString()));
        }
    }
}
