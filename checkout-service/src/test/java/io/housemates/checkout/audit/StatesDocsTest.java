package io.housemates.checkout.audit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/checkout-states.md draws what the code allows, and each failure in it leads to the test that proves it. */
class StatesDocsTest {

    static final Path DOCS = Path.of("../docs");
    static final String PACKAGE = "io.housemates.checkout.";

    /** In the order of the page; units move by the methods of {@code Hold}. */
    static final List<String> DRAWN = List.of("session.SessionState", "", "payment.PaymentState", "payment.RefundState",
            "payment.DisputeState");

    static final Pattern DIAGRAM = Pattern.compile("```mermaid\\nstateDiagram-v2\\n(.*?)```", Pattern.DOTALL);
    static final Pattern EDGE = Pattern.compile("(\\w+) --> (\\w+)");
    static final Pattern DEFINITION = Pattern.compile("(?m)^\\[(\\w+)]: (\\S+)$");
    static final Pattern PROOF = Pattern.compile("\\[(\\w*)#(\\w+)]\\[(\\w+)]");

    final String page = read(DOCS.resolve("checkout-states.md"));

    @TestFactory
    Stream<DynamicTest> drawsWhatTheCodeAllows() {
        List<String> diagrams = DIAGRAM.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(diagrams).hasSameSizeAs(DRAWN);
        return Stream.iterate(0, i -> i < DRAWN.size(), i -> i + 1).filter(i -> !DRAWN.get(i).isEmpty())
                .map(i -> DynamicTest.dynamicTest(DRAWN.get(i),
                        () -> assertThat(edges(diagrams.get(i))).isEqualTo(moves(PACKAGE + DRAWN.get(i)))));
    }

    @Test
    void leadsFromEveryFailureToTheTestThatProvesIt() {
        Map<String, String> files = DEFINITION.matcher(page).results()
                .collect(toMap(found -> found.group(1), found -> found.group(2)));
        List<String> rows = rows("| event | what happens | proof |");
        assertThat(rows).hasSizeGreaterThan(30);

        List<String> broken = new ArrayList<>();
        rows.forEach(row -> {
            String proofs = row.substring(row.lastIndexOf(" | "));
            List<MatchResult> links = PROOF.matcher(proofs).results().toList();
            if (links.isEmpty() || links.size() != count(proofs, "][")) {
                broken.add("without a test: " + row);
            }
            links.stream().filter(link -> !isTest(files.get(link.group(3)), link.group(1), link.group(2)))
                    .forEach(link -> broken.add("no such test: " + link.group()));
        });
        assertThat(broken).isEmpty();
    }

    private List<String> rows(String head) {
        return page.substring(page.indexOf(head)).lines().skip(2).takeWhile(line -> line.startsWith("|")).toList();
    }

    /** @param name of the class, empty where the link before names it */
    private static boolean isTest(String file, String name, String method) {
        if (file == null || !file.endsWith((name.isEmpty() ? "" : "/" + name) + ".java") || !Files.exists(DOCS.resolve(file))) {
            return false;
        }
        return Pattern
                .compile("@(Test|ParameterizedTest|RepeatedTest)\\b((?!\\bvoid\\b).)*\\bvoid " + method + "\\(", Pattern.DOTALL)
                .matcher(read(DOCS.resolve(file))).find();
    }

    private static Set<String> edges(String diagram) {
        Set<String> edges = new TreeSet<>();
        EDGE.matcher(diagram).results().forEach(edge -> edges.add(edge.group(1) + " --> " + edge.group(2)));
        return edges;
    }

    private static Set<String> moves(String states) throws ReflectiveOperationException {
        Class<?> type = Class.forName(states);
        var canBecome = type.getDeclaredMethod("canBecome", type);
        canBecome.setAccessible(true);
        Set<String> moves = new TreeSet<>();
        for (Object from : type.getEnumConstants()) {
            for (Object to : Arrays.asList(type.getEnumConstants())) {
                if ((boolean) canBecome.invoke(from, to)) {
                    moves.add(from + " --> " + to);
                }
            }
        }
        return moves;
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
