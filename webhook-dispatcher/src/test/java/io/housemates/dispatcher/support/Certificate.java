package io.housemates.dispatcher.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import io.vertx.core.net.PfxOptions;

/** A fresh self-signed certificate, made with the JDK's own keytool. */
public record Certificate(Path file) {

    private static final String PASSWORD = "changeit";

    /** @param name for example {@code DNS:partner.test} */
    public static Certificate forName(String name) {
        try {
            Path file = Files.createTempDirectory("certificate").resolve("store.p12");
            Process keytool = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias",
                    "test",
                    "-keyalg", "EC", "-dname", "CN=test", "-ext", "SAN=" + name, "-storetype", "PKCS12", "-keystore",
                    file.toString(), "-storepass", PASSWORD, "-validity", "2").redirectErrorStream(true).start();
            keytool.getInputStream().readAllBytes();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            return new Certificate(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A server on loopback that leaves everything after the handshake to the caller. @param protocol what ALPN answers */
    public SSLServerSocket listening(String protocol) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            var server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50,
                    InetAddress.getByName("127.0.0.1"));
            var parameters = server.getSSLParameters();
            parameters.setApplicationProtocols(new String[] { protocol });
            server.setSSLParameters(parameters);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PfxOptions options() {
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
