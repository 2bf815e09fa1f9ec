package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.log.AgentLog;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** An extension as one application has it: registered, or a guard that could not be and therefore refuses everything. */
public final class LoadedExtension implements Comparable<LoadedExtension> {
    private static final Logger LOG = AgentLog.get();

    private final ExtensionJar jar;
    private final Extension extension;
    private final int order;
    private final Registrations registrations;
    private final boolean registered;
    private final AtomicBoolean closed;

    /** An extension; one that is not {@code registered} has opened nothing that it were to close. */
    LoadedExtension(ExtensionJar jar, Extension extension, int order, Registrations registrations, boolean registered) {
        this.jar = jar;
        this.extension = extension;
        this.order = order;
        this.registrations = registrations;
        this.registered = registered;
        this.closed = new AtomicBoolean(!registered);
    }

    /** Whether it does what it is for, and is no guard that refuses because it could not be registered. */
    public boolean isRegistered() {
        return registered;
    }

    /** Its JAR. */
    public ExtensionJar jar() {
        return jar;
    }

    /** What it intercepts. */
    public Registrations registrations() {
        return registrations;
    }

    /** The class loader of its code. */
    public ClassLoader loader() {
        return extension.getClass().getClassLoader();
    }

    /** Tells it of a server that has started, if it has registered; what it throws is its own. */
    public void serverStarted(GrpcServer server) {
        if (closed.get()) {
            return;
        }
        try {
            extension.onServerStart(server);
        } catch (Throwable failure) {
            LOG.error(
                    "extension {} failed when it was told of the gRPC server at {}, which is not affected",
                    jar.title(),
                    server.address(),
                    failure);
        }
    }

    /** Whether it is to be closed by the one who asks: it is registered, and nobody has asked before. */
    public boolean claimClose() {
        return closed.compareAndSet(false, true);
    }

    /** Has it give back what it has opened; whoever does that has {@linkplain #claimClose() claimed} it. */
    public void close() {
        extension.close();
    }

    /** Which of two stands further out; some stand where they were found. */
    @Override
    public int compareTo(LoadedExtension other) {
        return Integer.compare(order, other.order);
    }
}
