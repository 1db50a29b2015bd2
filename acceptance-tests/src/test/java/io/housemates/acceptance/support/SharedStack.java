package io.housemates.acceptance.support;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.housemates.localstack.Service;
import io.housemates.localstack.Stack;
import io.housemates.localstack.StackOptions;

/**
 * The one stack of a test run: started before the first class, ended after the last, with ports and a directory of its own.
 * Its logs stay in {@code target/stack/logs}.
 */
public final class SharedStack implements BeforeAllCallback {

    private static final Path ROOT = Path.of(System.getProperty("housemates.root", ".."));
    private static final Path DIRECTORY = Path.of("target/stack").toAbsolutePath();

    private static Stack stack;

    public static Stack get() {
        return stack;
    }

    /** The repository. */
    public static Path root() {
        return ROOT;
    }

    /** Where the stack keeps its state, stack.json among it. */
    public static Path directory() {
        return DIRECTORY;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent("stack", key -> start());
    }

    /** Receivers may be reached, and what a killed dispatcher had under way is taken up again after 20 s, not 60. */
    private static Map<String, String> dispatcher() {
        return Map.of("EGRESS_ALLOWED_PORTS", ReceiverPorts.commaSeparated(), "DISPATCHER_DELIVERY_LEASE", "20s");
    }

    /** A lost answer of Stripe's is given up after 5 s, not 20, and a step that died is taken up again after 8 s, not 60. */
    private static Map<String, String> checkout() {
        return Map.of("HOUSEMATES_STRIPE_READ_TIMEOUT", "5s", "HOUSEMATES_CHECKOUT_LEASE", "8s");
    }

    private static Stack start() {
        var options = StackOptions.of(ROOT)
                .withDirectory(DIRECTORY)
                .withFresh(true)
                .withFreePorts()
                .withEnvironment(Service.CHECKOUT, checkout())
                .withEnvironment(Service.DISPATCHER, dispatcher());
        stack = Stack.start(options, System.out);
        return stack;
    }
}
