package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.weave.CodeFile;
import dev.heddle.agent.weave.CodeTransformer;
import dev.heddle.agent.weave.SiteText;
import dev.heddle.api.CodeSite;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The code of applications that extensions watch: made with the first workflow type that is registered where an extension
 * does. Classes that load from then on tell of what they call; those that are loaded are changed at once, or, where such
 * code is found to reach them later, by a thread that ends when it is done. Thread-safe.
 */
final class WatchedCode implements Runnable {
    /** Classes load in bursts. */
    private static final long PAUSE = 20;

    private final Instrumentation instrumentation;
    private final CodeTransformer transformer;
    private final List<CodeOfWorkflows> scopes = new ArrayList<>();
    private final AtomicBoolean expected = new AtomicBoolean();
    private volatile boolean left;

    private final ClassValue<Code> codes = new ClassValue<>() {
        @Override
        protected Code computeValue(Class<?> type) {
            return new Code(applicationOf(type));
        }
    };

    WatchedCode(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.transformer = new CodeTransformer(instrumentation);
        instrumentation.addTransformer(transformer, true);
    }

    /** Has the code of workflows be watched. */
    synchronized void add(WatchedApplication application, Class<?>... types) {
        CodeOfWorkflows scope = scope(application);
        for (Class<?> type : types) {
            scope.add(type);
        }
        transformer.scopes(List.copyOf(scopes));
        catchUp(scope);
    }

    private CodeOfWorkflows scope(WatchedApplication application) {
        scopes.removeIf(each -> each.application() == null);
        for (CodeOfWorkflows each : scopes) {
            if (each.application() == application) {
                return each;
            }
        }
        CodeOfWorkflows scope = new CodeOfWorkflows(application, this::expect);
        scopes.add(scope);
        return scope;
    }

    /** Others watch: all that is loaded is changed again, and what nobody watches any more becomes what it was. */
    synchronized void watchersChanged(WatchedApplication application, Class<?>... types) {
        CodeOfWorkflows scope = scope(application);
        List<Class<?>> before = telling(scope);
        scope.readAgain();
        add(application, types);
        before.removeIf(each -> tells(scope, each));
        LoadedClasses.transform(instrumentation, before);
    }

    /** There is more to look at, which may have been loaded. On any thread, in the midst of the loading of a class. */
    private void expect() {
        if (!left && !Thread.holdsLock(this) && expected.compareAndSet(false, true)) {
            AgentThread.of("heddle-code", this).start();
        }
    }

    @Override
    public void run() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
        expected.set(false);
        synchronized (this) {
            for (CodeOfWorkflows scope : scopes) {
                catchUp(scope);
            }
        }
    }

    /** Changes what is loaded, and looks at what that uses, until there is nothing new. */
    private void catchUp(CodeOfWorkflows scope) {
        boolean more = !left;
        while (more) {
            more = false;
            List<Class<?>> watched = new ArrayList<>();
            for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
                ClassLoader loader = loaded.getClassLoader();
                String name = loader == null || loaded.isArray() || loaded.isHidden()
                        ? null
                        : loaded.getName().replace('.', '/');
                if (name != null && scope.isNew(name) && scope.covers(loader, name, loaded.getProtectionDomain())) {
                    more = true;
                    if (isWatched(scope, loaded, name)) {
                        watched.add(loaded);
                    }
                }
            }
            LoadedClasses.transform(instrumentation, watched);
        }
    }

    /** Whether there is something to tell of, as its file says: the JVM stops for each class that is changed. */
    private static boolean isWatched(CodeOfWorkflows scope, Class<?> loaded, String name) {
        ClassLoader loader = loaded.getClassLoader();
        try (InputStream file = ClassFiles.isOf(loaded, name) ? loader.getResourceAsStream(name + ".class") : null) {
            if (file != null) {
                return new CodeFile(file.readAllBytes(), scope).tell(scope).watched();
            }
        } catch (IOException | RuntimeException | LinkageError unreadable) {
            // What the JVM has of it will be read instead.
        }
        scope.read(name, Set.of(), true);
        return true;
    }

    /** Leaves: what is loaded becomes again what it was. */
    synchronized void leave() {
        left = true;
        List<Class<?>> changed = new ArrayList<>();
        for (CodeOfWorkflows scope : scopes) {
            changed.addAll(telling(scope));
        }
        instrumentation.removeTransformer(transformer);
        LoadedClasses.transform(instrumentation, changed);
        // They would hold all that is to go, for as long as they are loaded.
        changed.forEach(codes::remove);
    }

    /** The classes that tell, although there may be nobody left who watches. */
    private List<Class<?>> telling(CodeOfWorkflows scope) {
        List<Class<?>> telling = new ArrayList<>();
        for (Class<?> loaded : scope.tells() ? instrumentation.getAllLoadedClasses() : new Class<?>[0]) {
            if (loaded.getClassLoader() != null && !loaded.isArray() && !loaded.isHidden() && tells(scope, loaded)) {
                telling.add(loaded);
            }
        }
        return telling;
    }

    private static boolean tells(CodeOfWorkflows scope, Class<?> type) {
        return scope.tells(type.getClassLoader(), type.getName().replace('.', '/'));
    }

    /** Tells those that watch; answers what the code is to get, or {@code null}. */
    Error tell(Object target, Object argument, String site, Class<?> woven) {
        return codes.get(woven).tell(target, argument, site);
    }

    private synchronized WatchedApplication applicationOf(Class<?> type) {
        String name = type.getName().replace('.', '/');
        for (CodeOfWorkflows scope : scopes) {
            if (scope.covers(type.getClassLoader(), name, type.getProtectionDomain())) {
                return scope.application();
            }
        }
        return null;
    }

    /** The code of one class, which holds this, and by it its application. */
    private static final class Code {
        private final WatchedApplication application;
        private final Map<String, CodeSite> sites = new ConcurrentHashMap<>();

        Code(WatchedApplication application) {
            this.application = application;
        }

        /** One who watches is the rule, and code that is told of in a loop of its own is slower for another loop in it. */
        Error tell(Object target, Object argument, String site) {
            List<RegisteredWatcher> watchers = application == null ? List.of() : application.codeWatchers();
            if (watchers.size() == 1) {
                RegisteredWatcher watcher = watchers.get(0);
                return watcher.here() ? watcher.called(site(site), target, argument) : null;
            }
            return watchers.isEmpty() ? null : tellEach(watchers, target, argument, site);
        }

        /** Those who watch this very call, until one has something for the code. */
        private Error tellEach(List<RegisteredWatcher> watchers, Object target, Object argument, String site) {
            CodeSite place = site(site);
            for (RegisteredWatcher watcher : watchers) {
                if (watcher.here() && watcher.watches(place.owner(), place.name(), place.descriptor())) {
                    Error instead = watcher.called(place, target, argument);
                    if (instead != null) {
                        return instead;
                    }
                }
            }
            return null;
        }

        private CodeSite site(String text) {
            CodeSite known = sites.get(text);
            if (known == null) {
                known = SiteText.read(text);
                sites.put(text, known);
            }
            return known;
        }
    }
}
