package dev.heddle.agent.control;

import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.assemble.LibraryKind;
import dev.heddle.agent.assemble.extension.OpenExtension;
import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.status.Status;
import dev.heddle.agent.weave.WeaveTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The installations of this JVM, one per application loader.
 *
 * <p>An installation reaches its application, so nothing of the agent's may hold it: the application's own woven
 * classes do, through a {@link ClassValue}, and it goes when they go. The list only lets two classes of one loader find
 * the same installation, and lets all be closed.
 */
final class Installations implements Runnable {
    private final AgentLoader agent;
    private final AgentSettings settings;
    private final Instrumentation instrumentation;
    private final List<WeakReference<Installation>> references = new ArrayList<>();
    private final WeaveTransformer transformer;
    private volatile Set<String> notReached = Set.of();
    private Retirement retirement;
    private volatile WatchedCode code;
    private Thread exit;

    private final ClassValue<WovenClass> wovenClasses = new ClassValue<>() {
        @Override
        protected WovenClass computeValue(Class<?> woven) {
            return new WovenClass(find(woven.getClassLoader()));
        }
    };

    /** None yet; the instrumentation is {@code null} where nothing of this JVM comes from the agent's JAR. */
    Installations(
            AgentLoader agent, AgentSettings settings, Instrumentation instrumentation, WeaveTransformer transformer) {
        this.transformer = transformer;
        this.agent = agent;
        this.settings = settings;
        this.instrumentation = instrumentation;
    }

    /** Answers the hook. */
    Object extend(String point, Class<?> woven, Object owner, Object value) {
        try {
            Library library = wovenClasses.get(woven).library(point);
            return library == null ? value : library.extend(point, owner, value);
        } catch (RuntimeException | LinkageError failure) {
            failed(point, woven, failure);
            return value;
        }
    }

    /** Answers the hook for code that is watched. */
    Error tell(Object target, Object argument, String site, Class<?> woven) {
        WatchedCode current = code;
        return current == null ? null : current.tell(target, argument, site, woven);
    }

    /** Why a history could not be replayed, if an extension knows; else {@code null}. */
    String explain(Throwable failure, Object history) {
        for (Installation installation : all()) {
            for (RegisteredWatcher watcher : installation.codeWatchers()) {
                String explanation = watcher.explain(failure, history);
                if (explanation != null) {
                    return explanation;
                }
            }
        }
        return null;
    }

    /** The code that is watched; {@code null} where nothing is woven. */
    synchronized WatchedCode code() {
        if (code == null && instrumentation != null) {
            code = new WatchedCode(instrumentation);
        }
        return code;
    }

    /** One stack says it all, and a library may build chains by the thousand. */
    private void failed(String point, Class<?> woven, Throwable failure) {
        if (settings.first(point + ' ' + failure.getClass().getName())) {
            AgentLog.get()
                    .error(
                            "the agent failed at {} and {} is not intercepted; the next of this kind is not told",
                            point,
                            woven.getName(),
                            failure);
        }
    }

    /** That of an application. */
    synchronized Installation find(ClassLoader application) {
        for (Iterator<WeakReference<Installation>> each = references.iterator(); each.hasNext(); ) {
            Installation installation = each.next().get();
            if (installation == null) {
                each.remove();
            } else if (installation.application() == application) {
                return installation;
            }
        }
        Installation installation =
                new Installation(agent, application, new Registrar(this, application, settings, agent.path()));
        references.add(new WeakReference<>(installation));
        return installation;
    }

    /** Prepares for extensions: their API is there, and they are closed when the JVM ends. */
    synchronized void expectExtensions() {
        ApiClasses.load(agent);
        closeAtExit();
    }

    /** Has {@link #run} called when the JVM ends. */
    private void closeAtExit() {
        if (exit == null) {
            Thread hook = AgentThread.of("heddle-exit", this);
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                exit = hook;
            } catch (IllegalStateException endsAlready) {
                // Then nobody can be told of the end.
            }
        }
    }

    /** At the JVM's end: interceptors stay where they are, for other hooks may still call through them. */
    @Override
    public void run() {
        for (Installation installation : all()) {
            installation.jvmEnds();
        }
        List<OpenExtension> extensions = leaving();
        for (Installation installation : all()) {
            extensions.addAll(PreparedChange.open(installation.extensions()));
        }
        ExtensionCloser.close(extensions);
    }

    /** Closes what an application no longer has. */
    synchronized void retire(List<OpenExtension> extensions) {
        if (retirement == null) {
            retirement = new Retirement(settings, instrumentation);
        }
        retirement.begin(extensions);
    }

    /** The threads that extensions have left when they closed, and that run on. */
    synchronized List<Status.LeftThreads> leftThreads() {
        return retirement == null ? List.of() : retirement.leftThreads();
    }

    private synchronized List<OpenExtension> leaving() {
        return retirement == null ? new ArrayList<>() : retirement.leaving();
    }

    /** The classes that are loaded already; {@code null} where nothing is woven. */
    private LoadedClasses loaded() {
        return instrumentation == null ? null : new LoadedClasses(instrumentation, transformer);
    }

    /**
     * Has extensions register for the applications that are there already, and their objects pass the chains.
     *
     * @return why nothing was done, in words for the operator: one is missing that is required, or one encodes payloads,
     *     which what exists could not read, and what exists is not to be refused; {@code null} if it was done
     */
    String attach() {
        LoadedClasses loaded = loaded();
        boolean wanted = false;
        for (Map.Entry<Class<?>, String> each : loaded.points().entrySet()) {
            wanted |= wovenClasses.get(each.getKey()).library(each.getValue()) != null;
        }
        for (Installation installation : all()) {
            String refusal = installation.refuses() ? installation.refusal() : installation.encodesTooLate();
            if (refusal != null) {
                return refusal;
            }
        }
        if (wanted) {
            loaded.reachExisting();
        }
        reachExisting(loaded);
        if (wanted) {
            notReached = loaded.notReached();
            for (String objects : notReached) {
                AgentLog.get().warn("not reached by attaching Heddle: {}", objects);
            }
        }
        return null;
    }

    /** The objects that attaching has not reached, in words for the operator. */
    Set<String> notReached() {
        return notReached;
    }

    /** Has objects that exist pass the chains, if there are some that do not although an extension wants their calls. */
    void reachExistingIfMissed() {
        boolean missed = false;
        for (Installation installation : all()) {
            missed |= installation.missesExisting();
        }
        LoadedClasses loaded = missed ? loaded() : null;
        if (loaded != null) {
            loaded.reachExisting();
            reachExisting(loaded);
        }
    }

    /** All that calls will need is made before they need it, which may be on a workflow's thread. */
    private void reachExisting(LoadedClasses loaded) {
        Set<Library> expecting = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<Class<?>, String> each : loaded.points().entrySet()) {
            Library library = wovenClasses.get(each.getKey()).library(each.getValue());
            if (library != null) {
                expecting.add(library);
            }
        }
        for (Library library : expecting) {
            library.expectExisting();
        }
        if (!expecting.isEmpty()) {
            for (Installation installation : all()) {
                installation.reachExisting();
            }
        }
        loaded.weave();
    }

    /** Leaves nothing of Heddle in this JVM but what the application's objects have kept, and what still has to close. */
    void detach() {
        List<OpenExtension> extensions = new ArrayList<>();
        for (Installation installation : all()) {
            extensions.addAll(PreparedChange.open(installation.empty()));
        }
        hearNoEnd();
        LoadedClasses loaded = loaded();
        if (loaded != null) {
            Set<Class<?>> woven = loaded.points().keySet();
            loaded.restore();
            for (Class<?> each : woven) {
                wovenClasses.remove(each);
            }
        }
        WatchedCode watched = code;
        if (watched != null) {
            watched.leave();
            code = null;
        }
        retire(extensions);
    }

    /** Takes the extensions out of all applications, and closes them. */
    void close() {
        hearNoEnd();
        List<OpenExtension> extensions = leaving();
        for (Installation installation : all()) {
            extensions.addAll(PreparedChange.open(installation.empty()));
        }
        ExtensionCloser.close(extensions);
    }

    /** No longer has {@link #run} called when the JVM ends. */
    private void hearNoEnd() {
        Thread hook;
        synchronized (this) {
            hook = exit;
            exit = null;
        }
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endsAlready) {
                // The hook and this one share the work.
            }
        }
    }

    /** Those of applications that are still there. */
    synchronized List<Installation> all() {
        List<Installation> installations = new ArrayList<>();
        for (WeakReference<Installation> each : references) {
            Installation installation = each.get();
            if (installation != null) {
                installations.add(installation);
            }
        }
        return installations;
    }

    /**
     * What a woven class leads to: all its points belong to one library, which is remembered here, so that the hook
     * takes no lock.
     */
    private static final class WovenClass {
        private final Installation installation;
        private volatile LibraryKind kind;
        private volatile Library library;

        WovenClass(Installation installation) {
            this.installation = installation;
        }

        /** An exception that a library makes has no extension register, and refuses nothing. */
        Library library(String point) {
            Library current = library;
            if (current == null && point.endsWith("/failure")) {
                return installation.made(kind(point));
            }
            if (current == null) {
                current = installation.library(kind(point));
                library = installation.refuses() ? null : current;
            }
            return current;
        }

        private LibraryKind kind(String point) {
            LibraryKind current = kind;
            if (current == null) {
                current = LibraryKind.of(point, installation.application());
                kind = current;
            }
            return current;
        }
    }
}
