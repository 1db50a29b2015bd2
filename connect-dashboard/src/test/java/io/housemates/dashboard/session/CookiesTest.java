package io.housemates.dashboard.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import org.junit.jupiter.api.Test;

import io.housemates.dashboard.support.DashboardTest;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CookiesTest extends DashboardTest {

    private static final String REQUEST = """
            GET /sign-in HTTP/1.1\r
            Host: localhost\r
            X-Forwarded-Proto: https\r
            Connection: close\r
            \r
            """;

    @Test
    void areForTlsOnlyWhereATrustedProxySaysThatThereIsTls() throws IOException {
        assertThat(visitFrom("127.0.0.1")).as("a proxy on this machine").contains("connect_visitor=", "Secure");
        assertThat(visitFrom("127.0.0.5")).as("the word of anybody else").contains("connect_visitor=").doesNotContain("Secure");
    }

    private String visitFrom(String address) throws IOException {
        try (var socket = new Socket(dashboard.getHost(), dashboard.getPort(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(REQUEST.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1).split("\r\n\r\n")[0];
        }
    }
}
