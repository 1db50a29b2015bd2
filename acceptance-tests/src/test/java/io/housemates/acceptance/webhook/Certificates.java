package io.housemates.acceptance.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that the dispatcher is told to trust, and what it issued; made with the JDK's own keytool. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path authority;

    Certificates() {
        try {
            authority = Files.createTempDirectory("certificates").resolve("authority.p12");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keytool(authority, "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c=ca:true");
    }

    /** Options of a JVM that trusts the authority and nobody else. */
    String[] trust() {
        return new String[] { "-Djavax.net.ssl.trustStore=" + authority, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD };
    }

    /** For the address that all receivers have. */
    SSLContext good() {
        return issued("good", "ip:127.0.0.1");
    }

    SSLContext ofAnotherHost() {
        return issued("other", "dns:other.test,ip:127.0.0.2");
    }

    SSLContext expired() {
        return issued("expired", "ip:127.0.0.1", "-startdate", "-9d", "-validity", "2");
    }

    SSLContext selfSigned() {
        Path store = authority.resolveSibling("self.p12");
        keytool(store, "-alias", "server", "-dname", "CN=self", "-ext", "san=ip:127.0.0.1");
        return context(store);
    }

    private SSLContext issued(String name, String subject, String... more) {
        Path store = authority.resolveSibling(name + ".p12");
        try {
            Files.copy(authority, store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = new ArrayList<>(List.of("-alias", "server", "-signer", "authority", "-dname", "CN=" + name, "-ext",
                "san=" + subject));
        options.addAll(List.of(more));
        keytool(store, options.toArray(String[]::new));
        return context(store);
    }

    private static void keytool(Path store, String... options) {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-keyalg", "EC",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own key is taken out, so that the server has no choice. */
    private static SSLContext context(Path store) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            if (keys.containsAlias("authority")) {
                keys.deleteEntry("authority");
            }
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
