package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionLoader;
import dev.heddle.agent.assemble.extension.RegisteredWatcher;
import dev.heddle.agent.weave.CodeScope;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
    /** How the names of its classes begin. An array, for each class that the JVM loads is compared. */
    private volatile String[] packages = {};

    private final PlacesOfWorkflows places = new PlacesOfWorkflows();
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
            addPackage(name.substring(0, (end < 0 ? name.indexOf('/') : end) + 1));
        }
        places.add(type.getProtectionDomain());
    }

    private synchronized void addPackage(String start) {
        if (!Arrays.asList(packages).contains(start)) {
            String[] more = Arrays.copyOf(packages, packages.length + 1);
            more[packages.length] = start;
            packages = more;
        }
    }

    @Override
    public boolean covers(ClassLoader loader, String className, ProtectionDomain domain) {
        if (!isOwn(className, domain) && !reached.containsKey(className)) {
            return false;
        }
        WatchedApplication current = application.get();
        return current != null && sees(loader, current.application()) && reads(current.codeWatchers(), className);
    }

    private boolean isOwn(String className, ProtectionDomain domain) {
        for (String start : packages) {
            if (className.startsWith(start)) {
                return true;
            }
        }
        return places.have(domain);
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

    /** Whether there is a class that tells. */
    boolean tells() {
        return !telling.isEmpty();
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
