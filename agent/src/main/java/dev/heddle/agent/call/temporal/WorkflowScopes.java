package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.OpenScopes;
import dev.heddle.agent.call.Scopes;
import dev.heddle.api.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/**
 * The scopes of calls that reach workflows, wherever the workflow goes on with them: what is open on a thread when it
 * registers the callback of a promise or makes another thread is open again while that code runs.
 *
 * <pre>
 *   execute, handleSignal, …         opens its scopes on the workflow's thread
 *     └─ Async.function, thenApply   {@link #keep} what is open there
 *          └─ the code               {@link #enter}s that on the thread that runs it, and leaves
 * </pre>
 */
public final class WorkflowScopes {
    private final ThreadLocal<OpenScopes> current = new ThreadLocal<>();
    private final ScopedCode prototype;
    /** Without any scope so far nothing is kept. */
    private volatile boolean used;

    /** Of one application. */
    public WorkflowScopes() {
        this.prototype = prototype();
    }

    /** Made of its own class file, as a hidden class: no frame of it is in the application's stack traces. */
    private ScopedCode prototype() {
        String name = HiddenScopedCode.class.getName().replace('.', '/');
        ClassLoader loader = HiddenScopedCode.class.getClassLoader();
        try (InputStream stored = loader.getResourceAsStream(name + ".classdata");
                InputStream plain = stored == null ? loader.getResourceAsStream(name + ".class") : null) {
            byte[] bytes = (stored == null ? plain : stored).readAllBytes();
            return (ScopedCode) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor(WorkflowScopes.class, Scopes.class, Object.class)
                    .newInstance(this, null, null);
        } catch (IOException | ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Those of the thread at hand, for a call that reaches the workflow there. */
    OpenScopes here() {
        if (!used) {
            used = true;
        }
        OpenScopes open = openHere();
        return open == null ? new OpenScopes(current) : open;
    }

    private OpenScopes openHere() {
        OpenScopes open = current.get();
        if (open == null) {
            // To ask leaves an entry behind.
            current.remove();
        }
        return open;
    }

    /** Code that will run with the scopes that are open now: a {@code Runnable} or the callback of a promise. */
    public Object keep(Object code) {
        if (!used || code == null) {
            return code;
        }
        OpenScopes open = openHere();
        return prototype.of(open == null ? null : open.list(), code);
    }

    /** Has exactly these be open on the thread at hand; gives what was open. */
    Scopes enter(Scopes list) {
        OpenScopes open = openHere();
        if (open == null) {
            if (list == null) {
                return null;
            }
            open = new OpenScopes(current);
        }
        try {
            return open.list() == list ? list : open.change(list);
        } catch (RefusedException refusal) {
            throw new GuardFailedError(refusal);
        }
    }
}
