package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What an extension has opened, to be given back once. It holds nothing by which calls reach the extension, so that the
 * garbage collector finds out when the last of them has left: that costs no call anything, as counting would.
 * Thread-safe.
 */
public final class OpenExtension {
    private final ExtensionJar jar;
    private final Extension extension;
    private final WeakReference<Object> calls;
    private final AtomicBoolean closed;

    OpenExtension(ExtensionJar jar, Extension extension, Object heldByCalls, boolean registered) {
        this.jar = jar;
        this.extension = extension;
        this.calls = new WeakReference<>(heldByCalls);
        this.closed = new AtomicBoolean(!registered);
    }

    /** Its JAR. */
    public ExtensionJar jar() {
        return jar;
    }

    /** The class loader of its code. */
    public ClassLoader loader() {
        return extension instanceof DropInExtension dropIn
                ? dropIn.loader()
                : extension.getClass().getClassLoader();
    }

    /** Whether it is known that no call passes it any more, after it has been taken out of the chains. */
    public boolean isLeft() {
        return calls.refersTo(null);
    }

    boolean onlyObservesWorkflows() {
        try {
            return extension.onlyObservesWorkflows();
        } catch (Throwable failure) {
            return false;
        }
    }

    void serverStarted(GrpcServer server) {
        if (!closed.get()) {
            extension.onServerStart(server);
        }
    }

    /** Whether nobody has closed it yet, or is at it. */
    public boolean isOpen() {
        return !closed.get();
    }

    /** Whether it is to be closed by the one who asks: it is registered, and nobody has asked before. */
    public boolean claimClose() {
        return closed.compareAndSet(false, true);
    }

    /** Has it give back what it has opened; whoever does that has {@linkplain #claimClose() claimed} it. */
    public void close() {
        extension.close();
    }
}
