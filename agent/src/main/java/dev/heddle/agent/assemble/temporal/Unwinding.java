package dev.heddle.agent.assemble.temporal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether the workflow thread at hand replays, or Temporal takes it down, because the run leaves the cache or is over: then
 * what its code does in {@code finally} blocks is no outcome. No public class of the SDK tells that; these internal ones do
 * in each version so far, and where they do not only replay counts.
 */
final class Unwinding implements BooleanSupplier {
    private static final String INTERNAL = "io.temporal.internal.sync.";

    private final BooleanSupplier replaying;
    private final MethodHandle threadHere;
    private final MethodHandle contextOf;
    private final MethodHandle isDestroyed;

    private Unwinding(BooleanSupplier replaying, ClassLoader sdk) throws ReflectiveOperationException {
        this.replaying = replaying;
        threadHere = method(sdk, "DeterministicRunnerImpl", "currentThreadInternalIfPresent")
                .asType(MethodType.methodType(Optional.class));
        contextOf = method(sdk, "WorkflowThread", "getWorkflowThreadContext")
                .asType(MethodType.methodType(Object.class, Object.class));
        isDestroyed = method(sdk, "WorkflowThreadContext", "isDestroyRequested")
                .asType(MethodType.methodType(boolean.class, Object.class));
    }

    private static MethodHandle method(ClassLoader sdk, String className, String name)
            throws ReflectiveOperationException {
        Method method = Class.forName(INTERNAL + className, true, sdk).getDeclaredMethod(name);
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method);
    }

    /** Of the SDK of a class loader, and what tells there whether a thread replays. */
    static BooleanSupplier orReplaying(BooleanSupplier replaying, ClassLoader sdk) {
        try {
            return new Unwinding(replaying, sdk);
        } catch (ReflectiveOperationException | RuntimeException elsewhere) {
            return replaying;
        }
    }

    @Override
    public boolean getAsBoolean() {
        if (replaying.getAsBoolean()) {
            return true;
        }
        try {
            Optional<?> thread = (Optional<?>) threadHere.invokeExact();
            return thread.isPresent()
                    && (boolean) isDestroyed.invokeExact((Object) contextOf.invokeExact((Object) thread.get()));
        } catch (RuntimeException | Error passing) {
            throw passing;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
