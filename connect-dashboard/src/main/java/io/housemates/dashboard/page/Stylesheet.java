package io.housemates.dashboard.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;

import io.quarkus.qute.TemplateGlobal;

/** The address of the stylesheet; it changes with the content, because browsers keep it. */
class Stylesheet {

    private static final String FILE = "assets/connect.css";

    @TemplateGlobal
    static String stylesheet = "/" + FILE + "?" + fingerprint();

    private Stylesheet() {
    }

    private static String fingerprint() {
        try (InputStream css = Stylesheet.class.getResourceAsStream("/META-INF/resources/" + FILE)) {
            CRC32 sum = new CRC32();
            sum.update(css.readAllBytes());
            return HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
