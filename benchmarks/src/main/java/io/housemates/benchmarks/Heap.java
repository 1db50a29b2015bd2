package io.housemates.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another JVM's heap, asked with the JDK's own jcmd. */
record Heap(long pid) {

    private static final Pattern USED = Pattern
            .compile("heap\\s+total (?:reserved )?\\d+K(?:, committed \\d+K)?, used (\\d+)K");

    /** What is left after a full collection. */
    long liveMebibytes() {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not tell what is used");
        }
        return Long.parseLong(used.group(1)) >> 10;
    }

    private String jcmd(String command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
