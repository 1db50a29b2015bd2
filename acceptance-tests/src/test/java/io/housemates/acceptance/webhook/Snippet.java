package io.housemates.acceptance.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.housemates.acceptance.support.SharedStack;

/** The lines of the partner guide that verify a signature in some language, made a program. */
enum Snippet {

    JAVA("Java", System.getProperty("java.home") + "/bin/java", "Guide.java", "class Guide {\n",
            """
                        public static void main(String[] a) throws Exception {
                            for (int i = 0; i < a.length; i += 5) {
                                System.out.println(verify(a[i], a[i + 1], a[i + 2], a[i + 3], java.util.Base64.getDecoder().decode(a[i + 4])));
                            }
                        }
                    }
                    """),
    PHP("PHP", "php", "guide.php", "<?php\n", """
            for ($i = 1; $i < $argc; $i += 5) {
                $genuine = verify($argv[$i], $argv[$i + 1], $argv[$i + 2], $argv[$i + 3], base64_decode($argv[$i + 4]));
                echo $genuine ? "true\\n" : "false\\n";
            }
            """),
    NODE("Node", "node", "guide.js", "", """
            for (let a = process.argv.slice(2); a.length; a = a.slice(5))
              console.log(verify(a[0], a[1], a[2], a[3], Buffer.from(a[4], 'base64')));
            """),
    PYTHON("Python", "python3", "guide.py", "", """
            import sys
            for i in range(1, len(sys.argv), 5):
                print(str(verify(*sys.argv[i:i + 4], base64.b64decode(sys.argv[i + 4]))).lower())
            """);

    private static final Path GUIDE = SharedStack.root().resolve("docs/partner-guide/webhooks.md");

    private final String heading;
    private final String program;
    private final String file;
    private final String before;
    private final String after;

    Snippet(String heading, String program, String file, String before, String after) {
        this.heading = heading;
        this.program = program;
        this.file = file;
        this.before = before;
        this.after = after;
    }

    /** Whether this machine can run it. */
    boolean canRun() {
        return Path.of(program).isAbsolute() || Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** @param calls arguments of each call of verify, the body in base64 @return what each call answered */
    List<String> verify(List<List<String>> calls) {
        try {
            Path source = Files.writeString(Files.createTempDirectory("guide").resolve(file), before + code() + after);
            List<String> command = new ArrayList<>(List.of(program, source.toString()));
            calls.forEach(command::addAll);
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> answers = new String(process.getInputStream().readAllBytes()).lines().toList();
            process.waitFor(10, TimeUnit.SECONDS);
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The indented lines below the language's name. */
    private String code() throws IOException {
        List<String> below = Files.readAllLines(GUIDE).stream().dropWhile(line -> !line.equals(heading)).skip(1).toList();
        return below.stream().takeWhile(line -> line.isBlank() || line.startsWith("    "))
                .map(line -> line.isBlank() ? "\n" : line.substring(4) + "\n").reduce("", String::concat);
    }
}
