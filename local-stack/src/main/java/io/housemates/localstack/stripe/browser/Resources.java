package io.housemates.localstack.stripe.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files that browsers get, read once from beside this class. */
public final class Resources {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    String text(String name) {
        return texts.computeIfAbsent(name, Resources::read);
    }

    private static String read(String name) {
        try (InputStream file = Resources.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
