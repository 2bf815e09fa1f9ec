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

/**
 * An extension as one application has it: registered, or a guard that could not be and therefore refuses everything.
 *
 * @param order where it stands among the others
 * @param registrations what it intercepts
 */
public record LoadedExtension(ExtensionJar jar, int order, Registrations registrations)
        implements Comparable<LoadedExtension> {

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
        try {
            extension.register(registrations, new ExtensionSettings(settings, jar.name()));
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
        return new LoadedExtension(jar, extension.order(), registrations);
    }

    /** Which of two stands further out; some stand where they were found. */
    @Override
    public int compareTo(LoadedExtension other) {
        return Integer.compare(order, other.order);
    }
}
