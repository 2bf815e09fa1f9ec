package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionLoader;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;

/** What threads are there to run, which the JDK tells nobody: read from its fields, which are opened to the agent alone. */
final class ThreadWork {
    private static final String EXECUTORS = "java.util.concurrent.Executors$";
    private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

    private ThreadWork() {}

    /** Opens what is to be read; {@code null} in a JVM that does not have it. */
    static ThreadWork open(Instrumentation instrumentation) {
        if (instrumentation == null) {
            return null;
        }
        try {
            Set<Module> agent = Set.of(ThreadWork.class.getModule());
            instrumentation.redefineModule(
                    Thread.class.getModule(),
                    Set.of(),
                    Map.of(),
                    Map.of("java.lang", agent, "java.util", agent, "java.util.concurrent", agent),
                    Set.of(),
                    Map.of());
            return new ThreadWork();
        } catch (RuntimeException anotherJvm) {
            return null;
        }
    }

    /** The loader of the extension that what a thread runs, or makes it, is of; {@code null} if it is of none. */
    ExtensionLoader owner(Thread thread) {
        try {
            if (thread.getClass().getName().equals("java.util.TimerThread")) {
                return ownerOfAny((Object[]) read(read(thread, "queue"), "queue"));
            }
            Object task = task(thread);
            boolean pooled = task != null && task.getClass().getName().equals(WORKER);
            return pooled ? ownerOf((ThreadPoolExecutor) read(task, "this$0")) : owner(task);
        } catch (ReflectiveOperationException | RuntimeException anotherJdk) {
            return null;
        }
    }

    /** Whose pool it is says its factory; the JDK's own says nothing, but what waits there does. */
    private static ExtensionLoader ownerOf(ThreadPoolExecutor pool) throws ReflectiveOperationException {
        Object factory = pool.getThreadFactory();
        ExtensionLoader owner = owner(factory);
        boolean ofJdk = factory.getClass().getName().equals(EXECUTORS + "DefaultThreadFactory");
        return owner == null && ofJdk ? ownerOfAny(pool.getQueue().toArray()) : owner;
    }

    private static ExtensionLoader ownerOfAny(Object... tasks) throws ReflectiveOperationException {
        for (Object task : tasks) {
            ExtensionLoader owner = owner(task);
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** Also of what the JDK wraps in its own. */
    private static ExtensionLoader owner(Object task) throws ReflectiveOperationException {
        for (Object each = task; each != null; each = wrapped(each)) {
            if (each.getClass().getClassLoader() instanceof ExtensionLoader owner) {
                return owner;
            }
        }
        return null;
    }

    private static Object wrapped(Object task) throws ReflectiveOperationException {
        if (task instanceof FutureTask) {
            return read(task, "callable");
        }
        return task.getClass().getName().equals(EXECUTORS + "RunnableAdapter") ? read(task, "task") : null;
    }

    private static Object task(Thread thread) throws ReflectiveOperationException {
        try {
            return read(Thread.class, thread, "target");
        } catch (NoSuchFieldException from19) {
            Object holder = read(Thread.class, thread, "holder");
            return read(holder, "task");
        }
    }

    private static Object read(Object object, String field) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); ; type = type.getSuperclass()) {
            try {
                return read(type, object, field);
            } catch (NoSuchFieldException inherited) {
                if (type.getSuperclass() == null) {
                    throw inherited;
                }
            }
        }
    }

    private static Object read(Class<?> type, Object object, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}
