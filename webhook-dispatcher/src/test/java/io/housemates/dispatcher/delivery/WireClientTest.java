package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.egress.AddressTable;
import io.housemates.dispatcher.egress.Destination;
import io.housemates.dispatcher.egress.EgressGuard;
import io.housemates.dispatcher.egress.EgressRules;
import io.housemates.dispatcher.egress.NameResolver;
import io.housemates.dispatcher.egress.Network;
import io.housemates.dispatcher.support.Certificate;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetSocket;

/**
 * Receivers that mean harm, or only look like it: each attempt ends within its deadline, in bounded memory, with the right
 * class.
 */
class WireClientTest {

    /** Enough for a first TLS handshake on a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(700);
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void deliversAndKeepsTheBeginningOfTheAnswer() {
        int port = http(request -> request.response().end("x".repeat(10_000)));
        AttemptResult result = send(port);
        assertThat(result.outcome()).isEqualTo(new Outcome.Delivered(200));
        assertThat(result.responseHead()).hasSize(4096);
        assertThat(result.phases().connected()).isLessThan(result.took());
    }

    @Test
    void endsADrippingBodyAtTheDeadline() {
        int port = raw(socket -> {
            socket.write(HEAD + "Content-Length: 100000\r\n\r\n");
            vertx.setPeriodic(50, tick -> socket.write("x"));
        });
        assertBroken(sendInShort(port), Breakage.TIMEOUT);
    }

    @Test
    void endsDrippingHeadersAtTheDeadline() {
        int port = raw(socket -> vertx.setPeriodic(50, tick -> socket.write("H")));
        assertThat(sendInShort(port).outcome().reason()).isIn("timeout", "protocol");
    }

    @Test
    void endsASilentReceiverAtTheDeadline() {
        assertBroken(sendInShort(raw(socket -> {
        })), Breakage.TIMEOUT);
    }

    @Test
    void refusesEndlessHeaders() {
        int port = raw(socket -> {
            socket.write(HEAD);
            vertx.setPeriodic(1, tick -> socket.write("X-Filler: " + "x".repeat(4000) + "\r\n"));
        });
        assertBroken(send(port), Breakage.OVERSIZED);
    }

    @Test
    void refusesAnEndlessBody() {
        int port = raw(socket -> {
            socket.write(HEAD + "Content-Length: 1000000000\r\n\r\n");
            vertx.setPeriodic(1, tick -> socket.write("x".repeat(8000)));
        });
        assertBroken(send(port), Breakage.OVERSIZED);
    }

    @Test
    void refusesABombByItsUnpackedSize() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[40_000_000]);
        }
        assertThat(bomb.size()).isLessThan(ResponseBody.LIMIT);
        int port = http(
                request -> request.response().putHeader("Content-Encoding", "gzip").end(Buffer.buffer(bomb.toByteArray())));
        assertBroken(send(port), Breakage.OVERSIZED);
    }

    @Test
    void noticesAResetInMidBody() {
        int port = raw(socket -> socket.write(HEAD + "Content-Length: 100\r\n\r\nabc").onComplete(sent -> socket.close()));
        assertBroken(send(port), Breakage.RESET);
    }

    /** A receiver may close what it keeps at any moment; only a connection of its own tells how the endpoint is. */
    @Test
    void triesAKeptConnectionThatEndsOnceMore() {
        AtomicInteger connections = new AtomicInteger();
        WireClient client = client(vertx, loopback(), new HttpClientOptions());
        String url = "http://127.0.0.1:" + closingAfter(1, connections) + "/";
        for (int i = 0; i < 3; i++) {
            assertThat(send(client, url).outcome()).isEqualTo(new Outcome.Delivered(200));
        }
        assertThat(connections).hasValue(3);
    }

    /** Of any kind, and any number of them. */
    @Test
    void waitsForTheAnswerThatFollowsInterimOnes() {
        int port = raw(socket -> socket.write("HTTP/1.1 102 Processing\r\n\r\n".repeat(3)
                + "HTTP/1.1 199 Whatever\r\nX-Progress: half\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\ndone"));
        AttemptResult result = send(port);
        assertThat(result.outcome()).isEqualTo(new Outcome.Delivered(201));
        assertThat(result.responseHead()).isEqualTo("done");
    }

    @Test
    void takesAnInterimAnswerThatNothingFollowsForNone() {
        assertBroken(sendInShort(raw(socket -> socket.write("HTTP/1.1 102 Processing\r\n\r\n"))), Breakage.TIMEOUT);
    }

    /** The same over HTTP/2, where a connection lives longer than its last answer. */
    @Test
    void leavesAConnectionOfItsOwnWhenItIsDone() {
        Certificate certificate = Certificate.forName("DNS:partner.test");
        Set<HttpConnection> used = ConcurrentHashMap.newKeySet();
        AtomicInteger closed = new AtomicInteger();
        int port = tls(certificate, request -> {
            if (used.add(request.connection())) {
                request.connection().closeHandler(end -> closed.incrementAndGet());
                request.response().end();
            } else {
                request.connection().close();
            }
        });
        WireClient client = client(vertx, named("127.0.0.1"), trusting(certificate));
        for (int round = 1; round <= 2; round++) {
            for (int i = 0; i < 2; i++) {
                assertThat(send(client, "https://partner.test:" + port + "/").outcome()).isEqualTo(new Outcome.Delivered(200));
            }
            int both = 2 * round;
            await().atMost(Duration.ofSeconds(20)).until(() -> closed.get() == both);
        }
    }

    @Test
    void takesANewConnectionThatEndsForAFailure() {
        AtomicInteger connections = new AtomicInteger();
        assertBroken(send(client(vertx, loopback(), new HttpClientOptions()),
                "http://127.0.0.1:" + closingAfter(0, connections) + "/"), Breakage.RESET);
        assertThat(connections).hasValue(1);
    }

    @Test
    void noticesWhatIsNotHttp() {
        int port = raw(socket -> socket.write("SSH-2.0-OpenSSH_9.2p1\r\n\r\n"));
        assertBroken(send(port), Breakage.PROTOCOL);
    }

    @Test
    void noticesThatNobodyListens() {
        int port = raw(socket -> {
        });
        vertx.close().toCompletionStage().toCompletableFuture().join();
        Vertx other = Vertx.vertx();
        try {
            AttemptResult result = client(other, loopback(), new HttpClientOptions())
                    .send(request("http://127.0.0.1:" + port + "/"))
                    .toCompletionStage().toCompletableFuture().join();
            assertBroken(result, Breakage.CONNECT);
        } finally {
            other.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void triesTheNextAddressWhereNobodyListens() {
        int port = raw(socket -> socket.write(HEAD + "Content-Length: 0\r\n\r\n"));
        NameResolver two = host -> Future.succeededFuture(List.of(address("127.0.0.9"), address("127.0.0.1")));
        AttemptResult result = send(client(vertx, two, new HttpClientOptions()), "http://partner.test:" + port + "/");
        assertThat(result.outcome()).isEqualTo(new Outcome.Delivered(200));
    }

    @Test
    void sendsNothingToASecondAddressOnceOneWasReached() {
        AtomicInteger received = new AtomicInteger();
        int port = http(request -> {
            received.incrementAndGet();
            request.connection().close();
        });
        NameResolver two = host -> Future.succeededFuture(List.of(address("127.0.0.9"), address("127.0.0.1")));
        assertBroken(send(client(vertx, two, new HttpClientOptions()), "http://partner.test:" + port + "/"), Breakage.RESET);
        assertThat(received).hasValue(1);
    }

    @Test
    void takesACodeThatHttpDoesNotKnowForNoHttp() {
        int port = raw(socket -> socket.write("HTTP/1.1 1000001 Odd\r\nContent-Length: 0\r\n\r\n"));
        assertBroken(send(port), Breakage.PROTOCOL);
    }

    @Test
    void neverFollowsARedirect() {
        AtomicInteger second = new AtomicInteger();
        int target = http(request -> {
            second.incrementAndGet();
            request.response().end();
        });
        for (int status : new int[] { 301, 302, 303, 307, 308 }) {
            for (String location : List.of("http://169.254.169.254/latest/meta-data", "http://127.0.0.1:" + target + "/")) {
                int port = http(request -> request.response().setStatusCode(status).putHeader("Location", location).end());
                assertThat(send(port).outcome().reason()).isEqualTo("redirect");
            }
        }
        assertThat(second).hasValue(0);
    }

    @Test
    void refusesACertificateNobodyVouchesFor() {
        int port = tls(Certificate.forName("DNS:partner.test"), request -> request.response().end());
        AttemptResult result = send(client(vertx, named("127.0.0.1"), new HttpClientOptions()),
                "https://partner.test:" + port + "/");
        assertBroken(result, Breakage.TLS);
    }

    @Test
    void refusesACertificateOfAnotherName() {
        Certificate certificate = Certificate.forName("DNS:other.test");
        int port = tls(certificate, request -> request.response().end());
        AttemptResult result = send(client(vertx, named("127.0.0.1"), trusting(certificate)),
                "https://partner.test:" + port + "/");
        assertBroken(result, Breakage.TLS);
    }

    @Test
    void speaksHttp2WhereItIsOffered() {
        Certificate certificate = Certificate.forName("DNS:partner.test");
        Set<HttpVersion> versions = ConcurrentHashMap.newKeySet();
        int port = tls(certificate, request -> {
            versions.add(request.version());
            request.response().end();
        });
        AttemptResult result = send(client(vertx, named("127.0.0.1"), trusting(certificate)),
                "https://partner.test:" + port + "/");
        assertThat(result.outcome()).isEqualTo(new Outcome.Delivered(200));
        assertThat(versions).containsExactly(HttpVersion.HTTP_2);
    }

    /** As behind a balancer that forgot them: what is sent on these connections is lost, and nobody says so. */
    @Test
    void leavesHttp2ConnectionsOnWhichNothingComes() {
        Certificate certificate = Certificate.forName("DNS:partner.test");
        Set<HttpConnection> dead = ConcurrentHashMap.newKeySet();
        AtomicBoolean mended = new AtomicBoolean();
        int port = tls(certificate, request -> {
            if (mended.get() && !dead.contains(request.connection())) {
                request.response().end();
            } else {
                dead.add(request.connection());
            }
        });
        WireClient client = client(vertx, named("127.0.0.1"), trusting(certificate), SHORT_DEADLINE);
        String url = "https://partner.test:" + port + "/";
        assertBroken(send(client, url), Breakage.TIMEOUT);
        mended.set(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> send(client, url).outcome().label().equals("delivered"));
    }

    /** It agrees on HTTP/2 and then says nothing, so that no request can be sent at all. */
    @Test
    void leavesConnectionsOnWhichHttp2NeverBegins() throws IOException {
        Certificate certificate = Certificate.forName("DNS:partner.test");
        AtomicInteger connections = new AtomicInteger();
        try (SSLServerSocket silent = certificate.listening("h2")) {
            CompletableFuture.runAsync(() -> acceptAll(silent, connections));
            WireClient client = client(vertx, named("127.0.0.1"), trusting(certificate), SHORT_DEADLINE);
            String url = "https://partner.test:" + silent.getLocalPort() + "/";
            for (int i = 0; i < 10; i++) {
                client.send(request(url));
            }
            assertBroken(send(client, url), Breakage.TIMEOUT);
            int atFirst = connections.get();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertBroken(send(client, url), Breakage.TIMEOUT);
                return connections.get() > atFirst;
            });
        }
    }

    @Test
    void tellsTcpFromTls() {
        Certificate certificate = Certificate.forName("DNS:partner.test");
        int port = tls(certificate, request -> request.response().end());
        WireClient client = client(vertx, named("127.0.0.1"), trusting(certificate));
        Phases first = send(client, "https://partner.test:" + port + "/").phases();
        assertThat(first.resolved()).isNotNull();
        assertThat(first.connected()).isBetween(first.resolved(), first.secured());
        assertThat(first.secured()).as("a handshake takes its time").isGreaterThan(first.connected());
        assertThat(first.answered()).isGreaterThanOrEqualTo(first.secured());

        Phases again = send(client, "https://partner.test:" + port + "/").phases();
        assertThat(again.connected()).as("kept alive").isEqualTo(again.resolved());
    }

    @Test
    void knowsNoTlsOnPlainConnections() {
        Phases phases = send(http(request -> request.response().end())).phases();
        assertThat(phases.secured()).isNull();
        assertThat(phases.connected()).isBetween(phases.resolved(), phases.answered());
    }

    @Test
    void connectsToTheVettedAddressWhateverTheNameSaysLater() {
        List<String> hosts = new CopyOnWriteArrayList<>();
        int port = http(request -> {
            hosts.add(request.getHeader("Host"));
            request.response().end();
        });
        AtomicInteger asked = new AtomicInteger();
        NameResolver rebinding = host -> Future
                .succeededFuture(List.of(address(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")));
        WireClient client = client(vertx, rebinding, new HttpClientOptions());
        assertThat(send(client, "http://partner.test:" + port + "/").outcome()).isEqualTo(new Outcome.Delivered(200));
        assertThat(hosts).containsExactly("partner.test:" + port);
        assertThat(asked).hasValue(1);
        assertThat(send(client, "http://partner.test:" + port + "/").outcome().label()).isEqualTo("blocked");
        assertThat(hosts).hasSize(1);
    }

    @Test
    void twoNamesNeverShareAConnection() {
        Map<String, Set<String>> hostsByConnection = new ConcurrentHashMap<>();
        int port = http(request -> {
            hostsByConnection
                    .computeIfAbsent(request.remoteAddress() + " " + request.localAddress(),
                            key -> ConcurrentHashMap.newKeySet())
                    .add(request.getHeader("Host"));
            request.response().end();
        });
        NameResolver two = host -> Future.succeededFuture(List.of(address(host.startsWith("a") ? "127.0.0.1" : "127.0.0.2")));
        WireClient client = client(vertx, two, new HttpClientOptions());
        for (int i = 0; i < 3; i++) {
            for (String host : List.of("a.test", "b.test")) {
                assertThat(send(client, "http://" + host + ":" + port + "/").outcome().label()).isEqualTo("delivered");
            }
        }
        assertThat(hostsByConnection.values()).allSatisfy(hosts -> assertThat(hosts).hasSize(1));
        assertThat(hostsByConnection).hasSize(2);
    }

    @Test
    void ignoresAProxyOfTheMachine() {
        AtomicInteger proxied = new AtomicInteger();
        int proxy = http(request -> {
            proxied.incrementAndGet();
            request.response().end();
        });
        int port = http(request -> request.response().setStatusCode(204).end());
        Certificate certificate = Certificate.forName("DNS:partner.test");
        int tls = tls(certificate, request -> request.response().setStatusCode(204).end());
        Map<String, String> settings = Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "" + proxy, "http.nonProxyHosts",
                "", "https.proxyHost", "127.0.0.1", "https.proxyPort", "" + proxy, "socksProxyHost", "127.0.0.1",
                "socksProxyPort", "" + proxy, "socksNonProxyHosts", "");
        settings.forEach(System::setProperty);
        try {
            assertThat(send(port).outcome()).isEqualTo(new Outcome.Delivered(204));
            assertThat(send(client(vertx, named("127.0.0.1"), trusting(certificate)), "https://partner.test:" + tls + "/")
                    .outcome()).isEqualTo(new Outcome.Delivered(204));
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(proxied).hasValue(0);
    }

    @Test
    void reportsANameWithoutAddressAsDns() {
        NameResolver unknown = host -> Future.failedFuture(new UnknownHostException(host));
        assertBroken(send(client(vertx, unknown, new HttpClientOptions()), "http://partner.test/"), Breakage.DNS);
    }

    @Test
    void endsASlowResolverAtTheDeadline() {
        NameResolver never = host -> Future.future(promise -> {
        });
        assertBroken(send(client(vertx, never, new HttpClientOptions(), SHORT_DEADLINE), "http://partner.test/"),
                Breakage.TIMEOUT);
    }

    private AttemptResult send(int port) {
        return send(client(vertx, loopback(), new HttpClientOptions()), "http://127.0.0.1:" + port + "/");
    }

    private AttemptResult sendInShort(int port) {
        long started = System.nanoTime();
        AttemptResult result = send(client(vertx, loopback(), new HttpClientOptions(), SHORT_DEADLINE),
                "http://127.0.0.1:" + port + "/");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SHORT_DEADLINE.plusSeconds(3));
        return result;
    }

    private static AttemptResult send(WireClient client, String url) {
        return client.send(request(url)).toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static void assertBroken(AttemptResult result, Breakage breakage) {
        assertThat(result.outcome()).isInstanceOfSatisfying(Outcome.Broken.class,
                broken -> assertThat(broken.breakage()).isEqualTo(breakage));
    }

    private static WireRequest request(String url) {
        return new WireRequest(Destination.parse(url), MultiMap.caseInsensitiveMultiMap().add("webhook-id", "evt_1"),
                Buffer.buffer("{}"));
    }

    private static WireClient client(Vertx vertx, NameResolver resolver, HttpClientOptions trust) {
        return client(vertx, resolver, trust, DEADLINE);
    }

    private static WireClient client(Vertx vertx, NameResolver resolver, HttpClientOptions trust, Duration deadline) {
        EgressRules rules = new EgressRules(List.of(Network.parse("127.0.0.0/8")), true, Set.of(443));
        return new WireClient(vertx, new EgressGuard(AddressTable.load(), rules, resolver), deadline, 16, trust);
    }

    private static HttpClientOptions trusting(Certificate certificate) {
        return new HttpClientOptions().setTrustOptions(certificate.options());
    }

    private static NameResolver loopback() {
        return host -> Future.failedFuture(new UnknownHostException(host));
    }

    private static NameResolver named(String address) {
        return host -> Future.succeededFuture(List.of(address(address)));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private int http(Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer().requestHandler(handler).listen(0, "0.0.0.0").toCompletionStage().toCompletableFuture()
                .join()
                .actualPort();
    }

    private int tls(Certificate certificate, Handler<HttpServerRequest> handler) {
        return vertx
                .createHttpServer(
                        new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(certificate.options()))
                .requestHandler(handler).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    /** Answers so many requests of each connection, and closes it at the next. */
    private int closingAfter(int answered, AtomicInteger connections) {
        return vertx.createNetServer().connectHandler(socket -> {
            connections.incrementAndGet();
            AtomicInteger requests = new AtomicInteger();
            socket.handler(request -> {
                if (request.toString().startsWith("POST") && requests.getAndIncrement() < answered) {
                    socket.write(HEAD + "Content-Length: 0\r\n\r\n");
                } else if (requests.get() > answered) {
                    socket.close();
                }
            });
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private static void acceptAll(SSLServerSocket server, AtomicInteger connections) {
        while (!server.isClosed()) {
            try {
                ((SSLSocket) server.accept()).startHandshake();
                connections.incrementAndGet();
            } catch (IOException leftByTheClient) {
                // the next one may stay
            }
        }
    }

    private int raw(Handler<NetSocket> handler) {
        return vertx.createNetServer()
                .connectHandler(socket -> socket.handler(new Handler<>() {
                    boolean answered;

                    @Override
                    public void handle(Buffer request) {
                        if (!answered) {
                            answered = true;
                            handler.handle(socket);
                        }
                    }
                }))
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
    }
}
