package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.api.Extension;
import dev.heddle.api.Selector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;

/** An extension as one application has it: registered, or a guard that could not be and therefore refuses everything. */
public final class LoadedExtension implements Comparable<LoadedExtension> {
    private final ExtensionJar jar;
    private final Extension extension;
    private final int order;
    private final Registrations registrations;
    private final AtomicBoolean closed;

    private LoadedExtension(
            ExtensionJar jar, Extension extension, int order, Registrations registrations, boolean registered) {
        this.jar = jar;
        this.extension = extension;
        this.order = order;
        this.registrations = registrations;
        this.closed = new AtomicBoolean(!registered);
    }

    /**
     * Loads and registers the providers of a JAR.
     *
     * @throws InvalidExtensionException if one of them fails, whatever it throws
     */
    public static List<LoadedExtension> load(ExtensionJar jar, ClassLoader application, AgentSettings settings)
            throws InvalidExtensionException {
        try {
            ExtensionLoader loader = new ExtensionLoader(jar.file(), application, jar.applicationFirst());
            try {
                return load(jar, loader, settings);
            } catch (InvalidExtensionException unfit) {
                loader.close();
                throw unfit;
            }
        } catch (IOException unreadable) {
            throw new InvalidExtensionException("it cannot be opened: " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<LoadedExtension> load(ExtensionJar jar, ExtensionLoader loader, AgentSettings settings)
            throws InvalidExtensionException {
        List<LoadedExtension> loaded = new ArrayList<>();
        try {
            for (var provider :
                    ServiceLoader.load(Extension.class, loader).stream().toList()) {
                if (provider.type().getClassLoader() == loader) {
                    loaded.add(register(jar, provider.get(), settings));
                }
            }
        } catch (RuntimeException | Error failure) {
            throw new InvalidExtensionException(FailureReason.of(failure, loader), failure);
        }
        if (loaded.isEmpty()) {
            throw new InvalidExtensionException(
                    "its service file names no class; name the one that implements " + Extension.class.getName());
        }
        return loaded;
    }

    private static LoadedExtension register(ExtensionJar jar, Extension extension, AgentSettings settings)
            throws InvalidExtensionException {
        int limit = settings.number("failures", 10);
        Registrations registrations =
                new Registrations(new ExtensionHealth(jar.name(), extension.failClosed(), limit, extension::onFailure));
        boolean registered = false;
        try {
            extension.register(registrations, new ExtensionSettings(settings, jar.name()));
            registered = true;
        } catch (Throwable failure) {
            String cause = "it failed to register: "
                    + FailureReason.of(failure, extension.getClass().getClassLoader());
            if (!extension.failClosed()) {
                throw new InvalidExtensionException(cause, failure);
            }
            ExtensionFolder.leftOut(jar.file(), cause + "; it is a guard, so until then every call is refused");
            registrations.on(Selector.ALL, call -> {
                throw new IllegalStateException("the guard " + jar.name() + " could not be registered", failure);
            });
        }
        registrations.close();
        return new LoadedExtension(jar, extension, extension.order(), registrations, registered);
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
