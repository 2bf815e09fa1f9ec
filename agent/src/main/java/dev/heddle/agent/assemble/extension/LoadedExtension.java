package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.log.AgentLog;
import dev.heddle.api.Category;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import org.slf4j.Logger;

/** An extension as one application has it: registered, or a guard that could not be and therefore refuses everything. */
public final class LoadedExtension implements Comparable<LoadedExtension> {
    private static final Logger LOG = AgentLog.get();
    private static final ExtensionFolder.ByName BY_NAME = new ExtensionFolder.ByName();

    private final OpenExtension open;
    private final int order;
    private final Registrations registrations;
    private final boolean registered;
    private final boolean guard;
    private ServerPatterns patterns;

    /** An extension; one that is not {@code registered} has opened nothing that it were to close. */
    LoadedExtension(
            ExtensionJar jar,
            Extension extension,
            int order,
            Registrations registrations,
            boolean registered,
            boolean guard) {
        this.open = new OpenExtension(jar, extension, registrations.heldByCalls(), registered);
        this.order = order;
        this.registrations = registrations;
        this.registered = registered;
        this.guard = guard;
    }

    /** Whether it does what it is for, and is no guard that refuses because it could not be registered. */
    public boolean isRegistered() {
        return registered;
    }

    /** Whether calls are refused where it fails. */
    public boolean isGuard() {
        return guard;
    }

    /** Its JAR. */
    public ExtensionJar jar() {
        return open.jar();
    }

    /** Where it stands: lower runs further out. */
    public int order() {
        return order;
    }

    /** What it intercepts. */
    public Registrations registrations() {
        return registrations;
    }

    /** What is to be closed of it. */
    public OpenExtension open() {
        return open;
    }

    /** Whether a workflow might do something else with it than without. */
    public boolean mayChangeWorkflows() {
        boolean meetsWorkflows =
                registrations.wants(Category.WORKFLOW_INBOUND) || registrations.wants(Category.WORKFLOW_OUTBOUND);
        return meetsWorkflows && !open.onlyObservesWorkflows();
    }

    /**
     * Tells it of a server that has started, if it has registered; what it throws is its own.
     *
     * @param methodsKnown whether the server has no methods but those that it names
     */
    public void serverStarted(GrpcServer server, boolean methodsKnown) {
        if (registered && methodsKnown && !server.methods().isEmpty()) {
            String problem = patterns().problem(server);
            if (problem != null) {
                LOG.warn("extension {} {}", jar().title(), problem);
            }
        }
        try {
            open.serverStarted(server);
        } catch (Throwable failure) {
            LOG.error(
                    "extension {} failed when it was told of the gRPC server at {}, which is not affected",
                    jar().title(),
                    server.address(),
                    failure);
        }
    }

    private synchronized ServerPatterns patterns() {
        if (patterns == null) {
            patterns = new ServerPatterns(registrations.ofGrpcServers(), guard);
        }
        return patterns;
    }

    /** Which of two stands further out: those with the same order by the names of their files. */
    @Override
    public int compareTo(LoadedExtension other) {
        int byOrder = Integer.compare(order, other.order);
        return byOrder == 0 ? BY_NAME.compare(jar().file(), other.jar().file()) : byOrder;
    }
}
