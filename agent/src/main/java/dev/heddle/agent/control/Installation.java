package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.assemble.LibraryKind;
import dev.heddle.agent.assemble.extension.ExtensionFolder;
import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.InvalidExtensionException;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.agent.settings.SettingsReport;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;

/**
 * Heddle in one application: its extensions and its libraries, made when the application's first client, worker,
 * channel or server reads its interceptors. Thread-safe.
 */
final class Installation implements Chains, Runnable {
    private static final Logger LOG = AgentLog.get();

    private final Installations all;
    private final AgentLoader agent;
    private final AgentSettings settings;
    private final ClassLoader application;
    private final Map<LibraryKind, Library> libraries = new HashMap<>();
    private volatile List<LoadedExtension> extensions;
    private boolean loading;

    Installation(Installations all, AgentLoader agent, AgentSettings settings, ClassLoader application) {
        this.all = all;
        this.agent = agent;
        this.settings = settings;
        this.application = application;
    }

    ClassLoader application() {
        return application;
    }

    /** The extensions, none before they have registered. */
    List<LoadedExtension> extensions() {
        List<LoadedExtension> current = extensions;
        return current == null ? List.of() : current;
    }

    /**
     * Called by the JVM when nobody reaches this installation any more, which is when its application's class loader
     * goes: closes the extensions, after which all goes together. A finalizer, although those are on their way out of
     * Java, because no reference object can do this: an extension reaches its application through its class loader, so
     * that what holds one to close it later would hold the other for ever.
     */
    @Override
    @SuppressWarnings("deprecation")
    protected void finalize() {
        if (!extensions().isEmpty()) {
            AgentThread.of("heddle-close", this).start();
        }
    }

    /** Closes the extensions. */
    @Override
    public void run() {
        ExtensionCloser.close(extensions());
    }

    /**
     * The library of a kind; one that does nothing if it could not be made, and {@code null} while an extension that is
     * being registered calls the library itself.
     */
    synchronized Library library(LibraryKind kind) {
        if (loading) {
            return null;
        }
        if (extensions == null) {
            loading = true;
            try {
                extensions = load();
            } finally {
                loading = false;
            }
        }
        Library library = libraries.get(kind);
        if (library == null) {
            library = make(kind);
            libraries.put(kind, library);
        }
        return library;
    }

    private Library make(LibraryKind kind) {
        if (extensions.isEmpty()) {
            return new Untouched();
        }
        try {
            return (Library) agent.between(kind.folder(), application, kind.relocation())
                    .loadClass(kind.className())
                    .getConstructor(Chains.class, ClassLoader.class)
                    .newInstance(this, application);
        } catch (ReflectiveOperationException | LinkageError failure) {
            LOG.error("{} in {} is not intercepted: the agent failed", kind, application, failure);
            return new Untouched();
        }
    }

    private List<LoadedExtension> load() {
        List<LoadedExtension> loaded = new ArrayList<>();
        Set<String> idle = new HashSet<>();
        for (ExtensionJar jar : ExtensionFolder.scan(settings, agent.jar().getName())) {
            String enabled = ExtensionSettings.key(jar.name(), "enabled");
            if (!settings.flag(enabled)) {
                LOG.info("extension {} is disabled by {}{} ({})", jar.title(), PREFIX, enabled, jar.file());
                idle.add(jar.name());
                continue;
            }
            // Before the first of them runs, which may open something or end the JVM.
            all.closeAtExit();
            try {
                loaded.addAll(LoadedExtension.load(jar, application, settings));
            } catch (InvalidExtensionException unfit) {
                ExtensionFolder.leftOut(jar.file(), unfit.getMessage());
                idle.add(jar.name());
            }
        }
        Collections.sort(loaded);
        for (LoadedExtension extension : loaded) {
            if (!extension.jar().internal()) {
                LOG.info(
                        "extension {} intercepts {} ({})",
                        extension.jar().title(),
                        extension.registrations(),
                        extension.jar().file());
            }
        }
        SettingsReport.write(settings, idle);
        return List.copyOf(loaded);
    }

    @Override
    public Chain of(Operation operation) {
        List<Link> links = new ArrayList<>();
        for (LoadedExtension extension : extensions) {
            extension.registrations().addLinks(operation, links);
        }
        return links.isEmpty() ? null : new Chain(operation, links);
    }

    @Override
    public List<ExtensionHealth> wanting(Category category) {
        List<ExtensionHealth> wanting = new ArrayList<>();
        for (LoadedExtension extension : extensions) {
            extension.registrations().addIfWanting(category, wanting);
        }
        return wanting;
    }

    /** Leaves everything as it is, and loads nothing. */
    private static final class Untouched implements Library {
        @Override
        public Object extend(String point, Object owner, Object value) {
            return value;
        }
    }
}
