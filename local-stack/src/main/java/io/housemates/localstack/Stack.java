package io.housemates.localstack;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.housemates.localstack.journey.DemoSetup;
import io.housemates.localstack.journey.SampleBooking;
import io.housemates.localstack.journey.SampleRoom;
import io.housemates.localstack.partner.DemoPartner;
import io.housemates.localstack.stripe.StripeSimulator;

/**
 * The whole system on one machine: the packaged services amid PostgreSQL, Kafka, a Stripe simulator and a demo partner.
 *
 * <p>
 * Its parts can be taken away and given back while it runs: {@link #kafka()} and {@link #postgres()} have {@code stop} and
 * {@code start}, a {@link #service} has {@code kill}, {@code stop}, {@code start} and {@code awaitReady}.
 */
public final class Stack implements AutoCloseable {

    private final StackOptions options;
    private final StackPorts ports;
    private final Progress progress;
    private final PrintStream out;
    private final Workspace workspace;
    private StackState state;
    private Surroundings surroundings;
    private Services services;
    private SampleRoom room;
    private volatile boolean closed;

    private Stack(StackOptions options, PrintStream out) {
        this.options = options;
        this.ports = new StackPorts(options.portOffset());
        this.progress = new Progress(out);
        this.out = out;
        this.workspace = Workspace.open(options.directory(), options.fresh());
        // Ctrl-C: the JVM waits for this.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of stack"));
    }

    /**
     * Starts everything, creates the demo partner with its subscription, and writes stack.json.
     *
     * @param out where progress is told
     * @throws StackException when a port is taken, a service is not built or does not start; nothing is left running then
     */
    public static Stack start(StackOptions options, PrintStream out) {
        Services.built(options.root());
        var stack = new Stack(options, out);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public StackDescription description() {
        return StackDescription.read(options.directory());
    }

    /** The first replica of a service. */
    public ServiceProcess service(Service service) {
        return services.first(service);
    }

    /** Starts one more replica of a service on free ports; it is ready when this returns. */
    public ServiceProcess startReplica(Service service) {
        return startReplica(service, List.of(), Map.of()).awaitReady();
    }

    /**
     * Starts one more process of a service that is not like the others, and returns at once.
     *
     * @param jvm options and
     * @param environment variables that win over those of the stack
     */
    public ServiceProcess startReplica(Service service, List<String> jvm, Map<String, String> environment) {
        return services.startReplica(service, jvm, environment);
    }

    public EmbeddedPostgres postgres() {
        return surroundings.postgres();
    }

    public EmbeddedKafka kafka() {
        return surroundings.kafka();
    }

    /** Empty when Stripe itself is used. */
    public Optional<StripeSimulator> stripe() {
        return Optional.ofNullable(surroundings.simulator());
    }

    public DemoPartner partner() {
        return surroundings.partner();
    }

    /** Plays one booking from Start to the verified webhook. @return its id */
    public String playBooking() {
        return new SampleBooking(description(), out).play();
    }

    /** Starts a checkout that a person can finish in a browser. @return its address */
    public String startHostedCheckout() {
        return new SampleBooking(description(), out).hosted();
    }

    /** Tells at the terminal when a service ends that nobody stopped. */
    void watch() {
        services.all().forEach(process -> process.onExit(() -> {
            if (!closed) {
                out.println(process.name() + " has ended, see " + process.log());
            }
        }));
    }

    /** Ends everything this stack started; the data stays. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (services != null) {
            services.stopAll();
        }
        if (surroundings != null) {
            surroundings.close();
        }
        workspace.close();
    }

    private void startAll() {
        ports.requireFree();
        state = StackState.loadOrCreate(options.directory());
        surroundings = progress.step("PostgreSQL, Kafka, Stripe, demo partner",
                () -> Surroundings.start(workspace, ports, options, state));
        var environment = new ServiceEnvironment(ports, state, surroundings.stripe(), surroundings.kafka().bootstrapServers());
        services = new Services(options, workspace, environment, this::describe);
        progress.step("Services", this::startServices);
        progress.step("Partner, catalogue, subscription", this::prepareDemo);
        describe();
    }

    private Services startServices() {
        services.startAll();
        return services;
    }

    private SampleRoom prepareDemo() {
        var setup = new DemoSetup(services.first(Service.CHECKOUT).url(), services.first(Service.DISPATCHER).url(),
                state.adminToken());
        remember(setup.partner(state));
        room = setup.catalogue();
        remember(setup.subscription(state, partner().webhookUrl()));
        partner().trust(state.signingSecret());
        return room;
    }

    private void remember(StackState next) {
        state = next;
        state.save(options.directory());
    }

    /** Only a stack that is complete is described; from then on each restart of a service changes its pid. */
    private void describe() {
        // Not the stack's own lock: a start that had waited for close() would go on after it.
        synchronized (workspace) {
            if (room != null) {
                new Describing(options, ports, workspace, state, surroundings, services, room).description()
                        .write(options.directory());
            }
        }
    }
}
