package dev.heddle.agent.assemble;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.api.Extension;
import dev.heddle.api.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * An extension as one application has it: registered, or a guard that could not be and therefore refuses everything.
 *
 * @param order where it stands among the others
 * @param registrations what it intercepts
 */
record LoadedExtension(ExtensionJar jar, int order, Registrations registrations) {

    /**
     * Loads and registers the providers of a JAR.
     *
     * @throws UnfitExtensionException if one of them fails, whatever it throws
     */
    static List<LoadedExtension> load(ExtensionJar jar, ClassLoader application, AgentSettings settings)
            throws UnfitExtensionException {
        List<LoadedExtension> loaded = new ArrayList<>();
        try {
            ClassLoader loader = new ExtensionLoader(jar.file(), application, jar.applicationFirst());
            for (var provider :
                    ServiceLoader.load(Extension.class, loader).stream().toList()) {
                if (provider.type().getClassLoader() == loader) {
                    loaded.add(register(jar, provider.get(), settings));
                }
            }
        } catch (UnfitExtensionException unfit) {
            throw unfit;
        } catch (IOException | RuntimeException | Error failure) {
            throw new UnfitExtensionException(explain(failure), failure);
        }
        if (loaded.isEmpty()) {
            throw new UnfitExtensionException("its service file names no extension");
        }
        return loaded;
    }

    private static LoadedExtension register(ExtensionJar jar, Extension extension, AgentSettings settings)
            throws UnfitExtensionException {
        int limit = settings.number("failures", 10);
        Registrations registrations =
                new Registrations(new ExtensionHealth(jar.name(), extension.failClosed(), limit, extension::failed));
        try {
            extension.register(registrations, new ExtensionSettings(settings, jar.name()));
        } catch (Throwable failure) {
            if (!extension.failClosed()) {
                throw new UnfitExtensionException("its register failed: " + failure, failure);
            }
            ExtensionFolder.leftOut(
                    jar.file(), "its register failed: " + failure + "; it is a guard, so every call is refused");
            registrations.all(call -> {
                throw new IllegalStateException("the guard " + jar.name() + " could not be registered", failure);
            });
        }
        registrations.close();
        return new LoadedExtension(jar, extension.order(), registrations);
    }

    /** Its links for an operation; a predicate that fails wants nothing. */
    Stream<Link> links(Operation operation) {
        try {
            return registrations.links(operation).toList().stream();
        } catch (RuntimeException | LinkageError failure) {
            ExtensionFolder.leftOut(jar.file(), "its choice of operations failed for " + operation + ": " + failure);
            return Stream.empty();
        }
    }

    private static String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedClassVersionError) {
                return "it was compiled for a newer Java than this one, "
                        + Runtime.version().feature() + "; compile it for that (" + cause.getMessage() + ")";
            }
        }
        if (failure instanceof ServiceConfigurationError && failure.getCause() == null) {
            return "its service file is wrong: " + failure.getMessage();
        }
        return "its constructor failed: " + (failure.getCause() == null ? failure : failure.getCause());
    }
}
