package io.housemates.checkout.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;

import io.restassured.RestAssured;

/** Requests as bytes, one character per byte, because well-behaved clients refuse to send them. */
public final class RawHttp {

    public record Answer(int status, String head, String body) {
    }

    private RawHttp() {
    }

    public static Answer send(String requestLine, String headers, String body) {
        return exchange("127.0.0.1", request(requestLine, headers, body));
    }

    /** Goes away before there is an answer, and comes back when the server has noticed. */
    public static void sendAndHangUp(String requestLine, String headers, String body, Callable<Boolean> underWay) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request(requestLine, headers, body).getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            await().until(underWay);
            socket.shutdownOutput();
            if (socket.getInputStream().read() != -1) {
                throw new IllegalStateException("It was answered");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(String requestLine, String headers, String body) {
        String head = requestLine + " HTTP/1.1\nHost: localhost\nConnection: close\n" + headers.strip() + "\n\n";
        return head.replace("\n", "\r\n") + body;
    }

    /** From another address of this machine, {@code 127.x.x.x}. */
    public static Answer getFrom(String address, String path, String headers) {
        return exchange(address, request("GET " + path, headers, ""));
    }

    private static Answer exchange(String address, String request) {
        try (var socket = new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
