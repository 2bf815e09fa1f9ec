package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.api.ActivityCall;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.ClientCall;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.NexusCall;
import dev.heddle.api.Operation;
import dev.heddle.api.WorkflowCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What one extension has registered, in its order. */
public final class Registrations implements Interceptors {
    private final ExtensionHealth health;
    private final List<Registration> registrations = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean open = true;

    private record Registration(Predicate<? super Operation> wanted, Link link) {}

    Registrations(ExtensionHealth health) {
        this.health = health;
    }

    /** Ends the registration. */
    void close() {
        open = false;
    }

    /** Adds the links that want an operation. */
    public void addLinks(Operation operation, List<Link> links) {
        for (Registration registration : registrations) {
            if (wants(registration.wanted(), operation)) {
                links.add(registration.link());
            }
        }
    }

    /** A choice that fails chooses nothing, unless it is a guard's, which must not let anything past. */
    private boolean wants(Predicate<? super Operation> wanted, Operation operation) {
        try {
            return wanted.test(operation);
        } catch (RuntimeException | LinkageError failure) {
            health.failed(operation, health.failClosed() ? "guards it" : "does not intercept it", failure);
            return health.failClosed();
        }
    }

    /** What is registered, for a line of log. */
    @Override
    public String toString() {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    @Override
    public Interceptors intercept(Predicate<? super Operation> wanted, Interceptor<? super Call> interceptor) {
        return add("chosen operations", wanted, interceptor);
    }

    @Override
    public Interceptors client(Interceptor<? super ClientCall> interceptor, String... operations) {
        return add(Category.CLIENT, interceptor, operations);
    }

    @Override
    public Interceptors workflowInbound(Interceptor<? super WorkflowCall> interceptor, String... operations) {
        return add(Category.WORKFLOW_INBOUND, interceptor, operations);
    }

    @Override
    public Interceptors workflowOutbound(Interceptor<? super WorkflowCall> interceptor, String... operations) {
        return add(Category.WORKFLOW_OUTBOUND, interceptor, operations);
    }

    @Override
    public Interceptors activityInbound(Interceptor<? super ActivityCall> interceptor, String... operations) {
        return add(Category.ACTIVITY_INBOUND, interceptor, operations);
    }

    @Override
    public Interceptors activityOutbound(Interceptor<? super ActivityCall> interceptor, String... operations) {
        return add(Category.ACTIVITY_OUTBOUND, interceptor, operations);
    }

    @Override
    public Interceptors nexusInbound(Interceptor<? super NexusCall> interceptor, String... operations) {
        return add(Category.NEXUS_INBOUND, interceptor, operations);
    }

    @Override
    public Interceptors nexusOutbound(Interceptor<? super NexusCall> interceptor, String... operations) {
        return add(Category.NEXUS_OUTBOUND, interceptor, operations);
    }

    @Override
    public Interceptors grpcClient(Interceptor<? super GrpcClientCall> interceptor, String... methods) {
        return add(Category.GRPC_CLIENT, interceptor, methods);
    }

    @Override
    public Interceptors grpcServer(Interceptor<? super GrpcServerCall> interceptor, String... methods) {
        return add(Category.GRPC_SERVER, interceptor, methods);
    }

    @Override
    public Interceptors inbound(Interceptor<? super Call> interceptor) {
        return add("inbound", operation -> operation.category().inbound() && carries(operation), interceptor);
    }

    @Override
    public Interceptors outbound(Interceptor<? super Call> interceptor) {
        return add("outbound", operation -> operation.category().outbound() && carries(operation), interceptor);
    }

    @Override
    public Interceptors all(Interceptor<? super Call> interceptor) {
        return add("all operations", operation -> !ofTemporal(operation), interceptor);
    }

    private Interceptors add(Category category, Interceptor<?> interceptor, String... operations) {
        Set<String> wanted = Set.of(operations);
        String name = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return add(
                wanted.isEmpty() ? name : name + " (" + String.join(" ", operations) + ")",
                operation -> operation.category() == category
                        && (wanted.isEmpty() ? !ofTemporal(operation) : wants(wanted, operation.name())),
                interceptor);
    }

    private static boolean carries(Operation operation) {
        return operation.carriesHeaders() && !ofTemporal(operation);
    }

    /** Whether it is what Temporal's SDK says to its server, mostly polls, rather than the application to anyone. */
    private static boolean ofTemporal(Operation operation) {
        return operation.name().startsWith("temporal.api.");
    }

    /** Names match exactly, and {@code package.Service/*} matches every method of a gRPC service. */
    private static boolean wants(Set<String> wanted, String operation) {
        int slash = operation.lastIndexOf('/');
        return wanted.contains(operation) || slash > 0 && wanted.contains(operation.substring(0, slash) + "/*");
    }

    // A chain gets calls of its own category only, and the interceptor was registered for those.
    @SuppressWarnings("unchecked")
    private Interceptors add(String name, Predicate<? super Operation> wanted, Interceptor<?> interceptor) {
        if (!open) {
            throw new IllegalStateException("interceptors are registered in Extension.register, and it has returned");
        }
        Objects.requireNonNull(interceptor, "interceptor");
        names.add(name);
        registrations.add(new Registration(
                Objects.requireNonNull(wanted, "wanted"), new Link(health, (Interceptor<Call>) interceptor)));
        return this;
    }
}
