package io.housemates.localstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds {@code docs/errors.md} to the enums of errors: each of its tables lists one enum, in its order. The last column is
 * written by hand and kept; with {@code -Ddocs.write=true} the others are rewritten.
 */
public final class ErrorPage {

    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    private ErrorPage() {
    }

    /**
     * @param code the envelope's code
     * @param message the envelope's message
     * @param status HTTP status
     */
    public record Row(int code, String message, int status) {

        private String line(String before) {
            String cells = "| %d | `%s` | %d |".formatted(code, message, status);
            Matcher known = Pattern.compile("`" + Pattern.quote(message) + "` \\| \\d+ \\|(.*\\|)\n").matcher(before);
            return cells + (known.find() ? known.group(1) : " |") + "\n";
        }
    }

    /** @param table its name in the comments around it */
    public static void mustList(String table, List<Row> rows) {
        try {
            check(table, rows, Files.readString(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String table, List<Row> rows, String page) throws IOException {
        Matcher found = Pattern.compile("(?s)(?<=<!-- " + table + " -->\n).*?(?=<!-- end of " + table + " -->)").matcher(page);
        if (!found.find()) {
            throw new AssertionError("docs/errors.md has no table " + table);
        }
        String head = "| code | message | status | when |\n|---|---|---|---|\n";
        String wanted = rows.stream().map(row -> row.line(found.group())).collect(Collectors.joining("", head, ""));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page.substring(0, found.start()) + wanted + page.substring(found.end()));
        } else if (!found.group().equals(wanted)) {
            throw new AssertionError("docs/errors.md is not what the enum says, table " + table
                    + ": run this test with -Ddocs.write=true, then fill in the last column");
        }
    }
}
