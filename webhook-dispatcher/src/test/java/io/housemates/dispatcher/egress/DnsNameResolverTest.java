package io.housemates.dispatcher.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;

/** Against a name server that knows one name, and answers for IPv6 late. */
class DnsNameResolverTest {

    private static final String KNOWN = "partner.example";
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final long LATE = 300;

    private final Vertx vertx = Vertx.vertx();
    private NameResolver resolver;

    @BeforeEach
    void startNameServer() {
        DatagramSocket server = vertx.createDatagramSocket();
        server.handler(query -> answer(server, query)).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        resolver = new DnsNameResolver(vertx, new SingletonDnsServerAddressStreamProvider(
                new InetSocketAddress("127.0.0.1", server.localAddress().port())));
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void waitsForTheAddressesOfBothKinds() {
        assertThat(resolve(KNOWN)).extracting(InetAddress::getHostAddress).containsExactly("93.184.216.34",
                "fd00:0:0:0:0:0:0:1");
    }

    @Test
    void readsTheHostsFileFirst() {
        assertThat(resolve("localhost")).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void failsWhereThereIsNoAddress() {
        assertThatThrownBy(() -> resolve("nobody.example")).hasCauseInstanceOf(UnknownHostException.class);
    }

    private List<InetAddress> resolve(String host) {
        return resolver.resolve(host).toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** RFC 1035, section 4: the header, the question as it came, and one answer or the code for no such name. */
    private void answer(DatagramSocket server, DatagramPacket query) {
        Buffer asked = query.data();
        int end = 12;
        StringBuilder name = new StringBuilder();
        while (asked.getByte(end) != 0) {
            int length = asked.getByte(end);
            name.append(name.isEmpty() ? "" : ".").append(asked.getString(end + 1, end + 1 + length));
            end += 1 + length;
        }
        int type = asked.getUnsignedShort(end + 1);
        boolean known = KNOWN.contentEquals(name) && (type == A || type == AAAA);
        Buffer answer = Buffer.buffer().appendBytes(asked.getBytes(0, 2)).appendUnsignedShort(known ? 0x8180 : 0x8183)
                .appendUnsignedShort(1).appendUnsignedShort(known ? 1 : 0).appendInt(0)
                .appendBytes(asked.getBytes(12, end + 5));
        if (known) {
            byte[] address = type == A ? new byte[] { 93, (byte) 184, (byte) 216, 34 } : new byte[16];
            if (type == AAAA) {
                address[0] = (byte) 0xfd;
                address[15] = 1;
            }
            answer.appendUnsignedShort(0xc00c).appendUnsignedShort(type).appendUnsignedShort(1).appendInt(3600)
                    .appendUnsignedShort(address.length).appendBytes(address);
        }
        if (type == AAAA) {
            vertx.setTimer(LATE, late -> server.send(answer, query.sender().port(), query.sender().host()));
        } else {
            server.send(answer, query.sender().port(), query.sender().host());
        }
    }
}
