package io.housemates.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of this module in a JVM of its own: says one line when it is ready, and takes orders line by line. */
final class Worker implements AutoCloseable {

    private final Process process;
    private final PrintWriter orders;
    private final String greeting;

    private Worker(Process process) throws IOException {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(), true);
        this.greeting = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    }

    static Worker start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Subject.JVM);
        command.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            // Ctrl-C
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Worker(process);
        } catch (IOException e) {
            throw new UncheckedIOException(main + " did not start", e);
        }
    }

    String greeting() {
        return greeting;
    }

    void tell(String order) {
        orders.println(order);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
