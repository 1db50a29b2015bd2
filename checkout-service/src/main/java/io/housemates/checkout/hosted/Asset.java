package io.housemates.checkout.hosted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;

import io.quarkus.qute.TemplateGlobal;

/** The addresses of the pages' files; each changes with the content, because browsers keep them. */
final class Asset {

    @TemplateGlobal
    static String stylesheet = address("checkout.css");

    @TemplateGlobal
    static String script = address("checkout.js");

    @TemplateGlobal
    static String paymentScript = address("payment.js");

    private Asset() {
    }

    private static String address(String name) {
        try (InputStream file = Asset.class.getResourceAsStream("/META-INF/resources/hosted/" + name)) {
            CRC32 sum = new CRC32();
            sum.update(file.readAllBytes());
            return "/hosted/" + name + "?" + HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
