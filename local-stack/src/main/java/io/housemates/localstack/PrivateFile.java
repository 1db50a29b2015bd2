package io.housemates.localstack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes JSON that holds credentials: for the owner's eyes only, and never half of it. */
final class PrivateFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PrivateFile() {
    }

    static void write(Path file, Object content) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(written);
            Files.createFile(written, asFileAttribute(fromString("rw-------")));
            JSON.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), content);
            Files.move(written, file, REPLACE_EXISTING, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }
}
