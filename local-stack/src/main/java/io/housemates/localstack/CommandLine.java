package io.housemates.localstack;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The arguments of {@code bin/run}. */
record CommandLine(StackOptions options, boolean once, boolean help) {

    static final String USAGE = """
            bin/run [--once] [--fresh] [--port-offset N]

              --once           stop after one booking; exit status 0 when every step came out right, else 1
              --fresh          forget everything in .local first: bookings, partner, logs
              --port-offset N  add N to every port

            With STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY set, Stripe's test mode is used instead of the simulator.
            """;

    static CommandLine parse(String[] arguments, Map<String, String> environment) {
        var options = StackOptions.of(Path.of(System.getProperty("housemates.root", "")))
                .withStripe(StripeAccount.from(environment));
        boolean once = false;
        boolean help = false;
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--once" -> once = true;
                case "--fresh" -> options = options.withFresh(true);
                case "--port-offset" -> options = options.withPortOffset(offset(words));
                case "--help", "-h" -> help = true;
                default -> throw new StackException("Unknown argument: " + word + "\n\n" + USAGE);
            }
        }
        return new CommandLine(options, once, help);
    }

    private static int offset(Iterator<String> words) {
        String word = words.hasNext() ? words.next() : "";
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) > StackPorts.HIGHEST_OFFSET) {
            throw new StackException("--port-offset needs a number from 0 to " + StackPorts.HIGHEST_OFFSET + ".");
        }
        return Integer.parseInt(word);
    }
}
