package io.housemates.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;

/** Prints a Markdown table. */
final class Table {

    private final PrintStream out;

    private Table(PrintStream out) {
        this.out = out;
    }

    static Table with(PrintStream out, String... headings) {
        var table = new Table(out);
        out.println();
        table.row((Object[]) headings);
        table.row(Arrays.stream(headings).map(heading -> "---").toArray());
        return table;
    }

    Table row(Object... cells) {
        out.println("| " + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |");
        return this;
    }
}
