package io.housemates.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line in a service's log.
 *
 * @param time and level of the entry that the line belongs to: a stack trace has those of its first line
 */
public record LogLine(Path file, Instant time, String level, String text) {

    private static final Pattern ENTRY = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d)) (\\w+) .*");

    public static Stream<LogLine> of(Path file) {
        List<LogLine> lines = new ArrayList<>();
        Instant time = Instant.EPOCH;
        String level = "";
        for (String text : read(file)) {
            var entry = ENTRY.matcher(text);
            if (entry.matches()) {
                time = OffsetDateTime.parse(entry.group(1)).toInstant();
                level = entry.group(2);
            }
            lines.add(new LogLine(file, time, level, text));
        }
        return lines.stream();
    }

    public boolean isError() {
        return level.equals("ERROR") || level.equals("FATAL");
    }

    @Override
    public String toString() {
        return file.getFileName() + ": " + text;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
