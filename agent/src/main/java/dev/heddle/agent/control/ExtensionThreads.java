package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionLoader;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells which threads are an extension's own: their class, what they run, who makes them, or where they have begun is of
 * its class loader. A thread of a pool that is idle, has nothing to do, and was made by the JDK's own factory is anybody's,
 * and nobody is blamed for it: whose code was at work when it was made, which the JDK keeps up to 23, may have handed a task
 * to a pool of the application's, as whoever completes a future does; and its context class loader and group are the
 * application's where it was made in a call. Nor is anybody for virtual threads, which the JVM does not list.
 */
final class ExtensionThreads {
    private static final StackTraceElement[] NONE = {};

    private final ThreadWork work;

    ExtensionThreads(Instrumentation instrumentation) {
        work = ThreadWork.open(instrumentation);
    }

    /**
     * Those among some; none of an extension whose classes are not its own.
     *
     * @param running with their stacks; without, where another version of the extension has had calls, for a stack knows
     *     but the name of a loader
     */
    Set<Thread> of(ClassLoader loader, Map<Thread, StackTraceElement[]> running) {
        Set<Thread> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (loader instanceof ExtensionLoader) {
            running.forEach((thread, stack) -> {
                if (isOf(loader, thread, stack)) {
                    found.add(thread);
                }
            });
        }
        return found;
    }

    /** The threads that run now, without their stacks. */
    static Map<Thread, StackTraceElement[]> running() {
        Map<Thread, StackTraceElement[]> running = Thread.getAllStackTraces();
        running.replaceAll((thread, stack) -> NONE);
        return running;
    }

    private boolean isOf(ClassLoader loader, Thread thread, StackTraceElement... stack) {
        ClassLoader owner = thread.getClass().getClassLoader();
        if (!(owner instanceof ExtensionLoader)) {
            owner = work == null ? null : work.owner(thread);
        }
        return owner == null ? loader.getName().equals(beginning(stack)) : owner == loader;
    }

    /** The name of the loader of whoever is the first on a stack but for the JDK; {@code null} if there is nobody. */
    private static String beginning(StackTraceElement... stack) {
        for (int i = stack.length - 1; i >= 0; i--) {
            String module = stack[i].getModuleName();
            if (module == null || !module.startsWith("java.")) {
                return stack[i].getClassLoaderName();
            }
        }
        return null;
    }
}
