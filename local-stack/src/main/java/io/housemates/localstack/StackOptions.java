package io.housemates.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a stack is to run.
 *
 * @param root the repository, where the packaged services are
 * @param directory state, logs and stack.json
 * @param portOffset added to every default port
 * @param fresh empties the directory first
 * @param stripe keys of a real Stripe account in test mode; empty for the simulator
 * @param jvm options of the services' JVMs
 * @param environment additional variables of a service, they win over the stack's own
 */
public record StackOptions(Path root, Path directory, int portOffset, boolean fresh, Optional<StripeAccount> stripe,
        List<String> jvm, Map<Service, Map<String, String>> environment) {

    /** Starts in seconds on two cores; nothing here runs long enough to earn the optimising compiler. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
            "-Xshare:auto");

    public StackOptions {
        root = root.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
    }

    /** The defaults of {@code bin/run} for a repository. */
    public static StackOptions of(Path root) {
        return new StackOptions(root, root.resolve(".local"), 0, false, Optional.empty(), QUICK_START, Map.of());
    }

    public StackOptions withDirectory(Path directory) {
        return new StackOptions(root, directory, portOffset, fresh, stripe, jvm, environment);
    }

    public StackOptions withPortOffset(int offset) {
        return new StackOptions(root, directory, offset, fresh, stripe, jvm, environment);
    }

    /** Moves all ports to where none of them is taken, for stacks that run beside others. */
    public StackOptions withFreePorts() {
        return withPortOffset(StackPorts.freeOffset());
    }

    public StackOptions withFresh(boolean fresh) {
        return new StackOptions(root, directory, portOffset, fresh, stripe, jvm, environment);
    }

    public StackOptions withStripe(Optional<StripeAccount> stripe) {
        return new StackOptions(root, directory, portOffset, fresh, stripe, jvm, environment);
    }

    /** For what runs long enough to be worth more than a quick start. */
    public StackOptions withJvm(List<String> jvm) {
        return new StackOptions(root, directory, portOffset, fresh, stripe, List.copyOf(jvm), environment);
    }

    public StackOptions withEnvironment(Service service, Map<String, String> variables) {
        var all = new HashMap<>(environment);
        all.put(service, variables);
        return new StackOptions(root, directory, portOffset, fresh, stripe, jvm, Map.copyOf(all));
    }
}
