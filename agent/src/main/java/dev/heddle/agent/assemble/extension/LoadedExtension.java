package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Extension;
import java.util.concurrent.atomic.AtomicBoolean;

/** An extension as one application has it: registered, or a guard that could not be and therefore refuses everything. */
public final class LoadedExtension implements Comparable<LoadedExtension> {
    private final ExtensionJar jar;
    private final Extension extension;
    private final int order;
    private final Registrations registrations;
    private final AtomicBoolean closed;

    /** An extension; one that is not {@code registered} has opened nothing that it were to close. */
    LoadedExtension(ExtensionJar jar, Extension extension, int order, Registrations registrations, boolean registered) {
        this.jar = jar;
        this.extension = extension;
        this.order = order;
        this.registrations = registrations;
        this.closed = new AtomicBoolean(!registered);
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
