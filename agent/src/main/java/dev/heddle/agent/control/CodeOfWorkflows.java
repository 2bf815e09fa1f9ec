package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionLoader;
import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.weave.CodeScope;
import java.lang.ref.WeakReference;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Which code of one application its workflows may run: all that lies where a workflow implementation does, in its JAR or
 * folder or in its packages, and what such code calls by name elsewhere, some steps deep. Holds names, and the application
 * weakly. Thread-safe.
 */
final class CodeOfWorkflows implements CodeScope {
    /** How far from the application's own code a library's class may be. */
    private static final int STEPS = 3;

    /** A library of many thousand classes is not followed to its end. */
    private static final int MOST = 20_000;

    private final WeakReference<WatchedApplication> application;
    private final Set<String> packages = new CopyOnWriteArraySet<>();
    private final Set<String> places = new CopyOnWriteArraySet<>();
    /** Whether one of these is where a domain's classes lie: to ask a domain takes longer than all the rest. */
    private final Map<ProtectionDomain, Boolean> domains = Collections.synchronizedMap(new WeakHashMap<>());
    /** The names of classes of libraries, with the steps to them. */
    private final Map<String, Integer> reached = new ConcurrentHashMap<>();

    private final Set<String> read = ConcurrentHashMap.newKeySet();
    /** Those of the classes read whose code tells. */
    private final Set<String> telling = ConcurrentHashMap.newKeySet();
    /** What is told when there is more to look at that may have been loaded before. */
    private final Runnable more;

    CodeOfWorkflows(WatchedApplication application, Runnable more) {
        this.application = new WeakReference<>(application);
        this.more = more;
    }

    /** The application's, or {@code null} when that is gone. */
    WatchedApplication application() {
        return application.get();
    }

    /** Adds the place and the packages of a workflow type. */
    void add(Class<?> type) {
        String name = type.getName().replace('.', '/');
        int end = name.indexOf('/', name.indexOf('/') + 1);
        if (name.indexOf('/') > 0) {
            packages.add(name.substring(0, (end < 0 ? name.indexOf('/') : end) + 1));
        }
        String place = place(type.getProtectionDomain());
        if (place != null && places.add(place)) {
            domains.clear();
        }
    }

    private static String place(ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : source.getLocation().toString();
    }

    @Override
    public boolean covers(ClassLoader loader, String className, ProtectionDomain domain) {
        WatchedApplication current = application.get();
        return current != null
                && (reached.containsKey(className) || isOwn(className, domain))
                && sees(loader, current.application())
                && reads(current.codeWatchers(), className);
    }

    private boolean isOwn(String className, ProtectionDomain domain) {
        for (String start : packages) {
            if (className.startsWith(start)) {
                return true;
            }
        }
        Boolean known = domain == null ? Boolean.FALSE : domains.get(domain);
        if (known == null) {
            known = places.contains(String.valueOf(place(domain)));
            domains.put(domain, known);
        }
        return known;
    }

    /** Classes of extensions see it too, and are none of its own. */
    private static boolean sees(ClassLoader loader, ClassLoader application) {
        if (loader instanceof ExtensionLoader) {
            return false;
        }
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (each == application) {
                return true;
            }
        }
        return false;
    }

    private static boolean reads(List<RegisteredWatcher> watchers, String className) {
        String name = className.replace('/', '.');
        for (RegisteredWatcher watcher : watchers) {
            if (watcher.reads(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean watches(String owner, String name, String descriptor) {
        WatchedApplication current = application.get();
        if (current == null) {
            return false;
        }
        String ownerName = owner.replace('/', '.');
        for (RegisteredWatcher watcher : current.codeWatchers()) {
            if (watcher.watches(ownerName, name, descriptor)) {
                return true;
            }
        }
        return false;
    }

    /** What it uses is one step further, unless the watchers do not read that, such as the JDK. */
    @Override
    public void read(String className, Set<String> owners, boolean watched) {
        read.add(className);
        if (watched) {
            telling.add(className);
        }
        int steps = reached.getOrDefault(className, 0) + 1;
        WatchedApplication current = application.get();
        if (steps > STEPS || current == null || reached.size() > MOST) {
            return;
        }
        boolean added = false;
        for (String owner : owners) {
            if (owner.charAt(0) != '[' && !reached.containsKey(owner) && reads(current.codeWatchers(), owner)) {
                reached.put(owner, steps);
                added = true;
            }
        }
        if (added) {
            more.run();
        }
    }

    /** Whether a class has not been looked at yet. */
    boolean isNew(String className) {
        return !read.contains(className);
    }

    /** Whether a class that is loaded tells, whoever watches now. */
    boolean tells(ClassLoader loader, String className) {
        WatchedApplication current = application.get();
        return current != null && telling.contains(className) && sees(loader, current.application());
    }

    /** Has all of it be looked at again, for somebody else watches. */
    void readAgain() {
        read.clear();
        telling.clear();
    }
}
