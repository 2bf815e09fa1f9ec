package dev.heddle.agent.assemble.grpc;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where a channel or server runs the application's call-backs. The library tells nobody: {@code CallOptions} know the
 * executor of a call that has one of its own, credentials hear of it only if they are asked, a server's call knows none,
 * and the thread of a call-back is there only while the library has something to say, which it has not when an
 * interceptor lets go of what was held. So it is read from the field that every version from 1.6 on has; where one has it
 * not, the JDK's common pool runs what was held.
 *
 * @param pool the library's pool of that executor, or {@code null}
 */
record LibraryExecutor(Object pool) implements Executor {
    private static final String FIELD = "executorPool";

    /** That of a builder of channels, or of a server. */
    static LibraryExecutor of(Object owner) {
        return new LibraryExecutor(owner == null ? null : read(owner));
    }

    private static Object read(Object owner) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(FIELD);
                field.setAccessible(true);
                return field.get(owner);
            } catch (NoSuchFieldException further) {
                // It may be a superclass's.
            } catch (ReflectiveOperationException | RuntimeException hidden) {
                return null;
            }
        }
        return null;
    }

    @Override
    public void execute(Runnable callback) {
        Object executor = null;
        try {
            executor = pool == null ? null : call("getObject");
        } catch (ReflectiveOperationException | RuntimeException unlikeAnyVersion) {
            // The common pool, then.
        }
        if (!(executor instanceof Executor own)) {
            ForkJoinPool.commonPool().execute(callback);
            return;
        }
        try {
            execute(own, callback);
        } finally {
            try {
                call("returnObject", executor);
            } catch (ReflectiveOperationException | RuntimeException unlikeAnyVersion) {
                // Then it was given out for good.
            }
        }
    }

    /**
     * Some take work of their own threads alone, as that of Vert.x's server for grpc-java does, and throw at others: what is
     * not taken would never be run.
     */
    private static void execute(Executor own, Runnable callback) {
        AtomicBoolean taken = new AtomicBoolean();
        try {
            own.execute(() -> {
                taken.set(true);
                callback.run();
            });
        } catch (RuntimeException refused) {
            if (taken.get()) {
                throw refused;
            }
            ForkJoinPool.commonPool().execute(callback);
        }
    }

    private Object call(String name, Object... arguments) throws ReflectiveOperationException {
        for (Class<?> type = pool.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> face : type.getInterfaces()) {
                for (Method method : face.getMethods()) {
                    if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                        method.setAccessible(true);
                        return method.invoke(pool, arguments);
                    }
                }
            }
        }
        throw new NoSuchMethodException(name);
    }
}
