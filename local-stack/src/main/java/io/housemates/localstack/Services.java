package io.housemates.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The running replicas of the product's services. */
final class Services {

    private final StackOptions options;
    private final Workspace workspace;
    private final ServiceEnvironment environment;
    private final Runnable changed;
    private final Map<Service, ServiceProcess> first = new EnumMap<>(Service.class);
    private final List<ServiceProcess> others = new ArrayList<>();

    /** @param changed runs whenever a process has been started */
    Services(StackOptions options, Workspace workspace, ServiceEnvironment environment, Runnable changed) {
        this.options = options;
        this.workspace = workspace;
        this.environment = environment;
        this.changed = changed;
    }

    /** Starts one replica of each service at the same time and waits for all of them. */
    void startAll() {
        for (Service service : built(options.root())) {
            first.put(service, replica(service, service.label(), service.port(options.portOffset()),
                    service.managementPort(options.portOffset()), List.of(), Map.of()).start());
        }
        first.values().forEach(ServiceProcess::awaitReady);
    }

    /** Starts a further replica on free ports; options and variables win over the stack's own. */
    ServiceProcess startReplica(Service service, List<String> jvm, Map<String, String> environment) {
        var replica = replica(service, service.label() + "-" + (others.size() + 2), Ports.free(), Ports.free(), jvm,
                environment);
        others.add(replica);
        return replica.start();
    }

    ServiceProcess first(Service service) {
        ServiceProcess process = first.get(service);
        if (process == null) {
            throw new StackException(service.module() + " is not part of this stack: it is not built.");
        }
        return process;
    }

    List<ServiceProcess> all() {
        return Stream.concat(first.values().stream(), others.stream()).toList();
    }

    void stopAll() {
        all().parallelStream().forEach(ServiceProcess::stop);
    }

    /** Those whose application is built; the others need no dashboard. */
    static List<Service> built(Path root) {
        List<Service> built = Arrays.stream(Service.values()).filter(service -> Files.exists(service.jar(root))).toList();
        for (Service service : List.of(Service.CHECKOUT, Service.BOOKING, Service.DISPATCHER)) {
            if (!built.contains(service)) {
                throw new StackException(service.jar(root) + " is missing: build it with ./mvnw package -DskipTests");
            }
        }
        return built;
    }

    private ServiceProcess replica(Service service, String name, int port, int managementPort, List<String> jvm,
            Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.jvm());
        command.addAll(jvm);
        command.add(workspace.ledger().marker());
        command.addAll(List.of("-jar", service.jar(options.root()).toString()));
        var variables = new HashMap<>(this.environment.of(service));
        variables.putAll(options.environment().getOrDefault(service, Map.of()));
        variables.putAll(environment);
        return new ServiceProcess(name, List.copyOf(command), variables, port, managementPort, workspace.log(name), remember());
    }

    private Consumer<ServiceProcess> remember() {
        return process -> {
            workspace.ledger().add(process.pid());
            changed.run();
        };
    }
}
