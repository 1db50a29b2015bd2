package io.housemates.dispatcher.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    public PfxOptions options() {
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
