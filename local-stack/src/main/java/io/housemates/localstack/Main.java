package io.housemates.localstack;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

import io.housemates.localstack.journey.JourneyFailed;

/** What {@code bin/run} runs: the stack, one booking through it, and then the stack for as long as it is wanted. */
public final class Main {

    private static final PrintStream OUT = System.out;

    private Main() {
    }

    public static void main(String[] arguments) {
        // Not a return: threads of Kafka and of HTTP clients would keep the JVM.
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            var command = CommandLine.parse(arguments, System.getenv());
            if (command.help()) {
                OUT.print(CommandLine.USAGE);
                return 0;
            }
            RunnerLog.writeTo(command.options().directory().resolve("logs/stack.log"));
            return run(command);
        } catch (StackException | JourneyFailed e) {
            System.err.println("\n" + e.getMessage());
            return 1;
        }
    }

    private static int run(CommandLine command) {
        OUT.println("Starting");
        try (Stack stack = Stack.start(command.options(), OUT)) {
            OUT.println("\nOne booking");
            String booking = stack.playBooking();
            OUT.println("\nBooking " + booking);
            if (!command.once()) {
                OUT.print(Welcome.to(stack.description(), command.options(), stack.startHostedCheckout()));
                stack.watch();
                // For as long as it is wanted: Ctrl-C ends the JVM, and the stack with it.
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
