package io.housemates.localstack.stripe.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Keeps the state across restarts: one JSON line per change, the last line of an id wins; opening compacts the file.
 * Lines go to the operating system at once, so a killed process loses nothing; a torn last line is dropped.
 */
public final class Journal implements AutoCloseable {

    private final Map<String, Map<String, JsonNode>> restored = new LinkedHashMap<>();
    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** A journal that forgets, for runs that need no restart. */
    public static Journal inMemory() {
        return new Journal(null);
    }

    public static Journal open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Map<String, Map<String, JsonNode>> state = Files.exists(path) ? read(path) : Map.of();
            Journal journal = new Journal(compact(path, state));
            journal.restored.putAll(state);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("The Stripe simulator's state in " + path + " cannot be opened", e);
        }
    }

    /** The objects of one kind as they were when the journal was opened, oldest first; they are handed over once. */
    public Collection<JsonNode> takeRestored(String kind) {
        Map<String, JsonNode> objects = restored.remove(kind);
        return objects == null ? List.of() : objects.values();
    }

    public void append(StripeObject object) {
        if (file != null) {
            write(file, line(object.object(), object));
        }
    }

    /** Empties the file. */
    public void clear() {
        if (file != null) {
            try {
                file.truncate(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, Map<String, JsonNode>> read(Path path) throws IOException {
        Map<String, Map<String, JsonNode>> state = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(path, UTF_8)) {
            lines.forEach(line -> remember(state, line));
        }
        return state;
    }

    private static void remember(Map<String, Map<String, JsonNode>> state, String line) {
        try {
            JsonNode entry = Json.parse(line);
            JsonNode object = entry.path("value");
            state.computeIfAbsent(entry.path("kind").asText(), kind -> new LinkedHashMap<>())
                    .put(object.path("id").asText(), object);
        } catch (IllegalArgumentException torn) {
            // the process died while writing this line; the caller never got an answer for it
        }
    }

    private static FileChannel compact(Path path, Map<String, Map<String, JsonNode>> state) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".compacting");
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            state.forEach((kind, objects) -> objects.values().forEach(object -> write(out, line(kind, object))));
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static String line(String kind, Object value) {
        return "{\"kind\":\"" + kind + "\",\"value\":" + Json.write(value) + "}\n";
    }

    private static void write(FileChannel file, String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The Stripe simulator cannot write its state", e);
        }
    }
}
