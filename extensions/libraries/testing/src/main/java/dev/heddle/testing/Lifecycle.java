package dev.heddle.testing;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Opens and closes a {@link Session}, and makes its assembly the one of the thread while code of the test runs. Between
 * the tests of a class the thread is JUnit's, which may run another class's test on it.
 */
abstract sealed class Lifecycle
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, InvocationInterceptor
        permits Heddle {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Lifecycle.class);

    private final Map<Class<?>, AutoCloseable> resources = new HashMap<>();
    private volatile Session session;
    private volatile String owner;

    abstract Session open();

    final Session session() {
        Session current = session;
        if (current == null) {
            throw new IllegalStateException("no test is running; as a field, this needs @RegisterExtension");
        }
        return current;
    }

    final void requireNotAssembled() {
        if (session != null && session.assembled()) {
            throw new IllegalStateException("extensions have registered, because a client or worker has been made");
        }
    }

    /** A resource of the session, which is made once, in the session's name. */
    final synchronized <T extends AutoCloseable> T resource(Class<T> type, Function<Executor, T> maker) {
        Session current = session();
        return type.cast(resources.computeIfAbsent(type, missing -> current.closing(maker.apply(current.assembly()))));
    }

    /** Opens a session for all that is made in no test; to be closed, or not. */
    final synchronized AutoCloseable openEverywhere() {
        if (session != null) {
            throw new IllegalStateException("it is open already");
        }
        Session opened = open().everywhere();
        session = opened;
        return () -> {
            session = null;
            resources.clear();
            opened.close();
        };
    }

    private void begin(ExtensionContext context) {
        if (session == null) {
            session = open();
            owner = context.getUniqueId();
        }
    }

    private void end(ExtensionContext context) throws Exception {
        if (context.getUniqueId().equals(owner)) {
            Session ended = session;
            session = null;
            resources.clear();
            ended.close();
        }
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        begin(context);
    }

    @Override
    public final void afterAll(ExtensionContext context) throws Exception {
        end(context);
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        begin(context);
        Dispatcher.Assembly before = session.assembly().enter();
        context.getStore(NAMESPACE)
                .put(this, (Runnable) () -> session().assembly().leave(before));
    }

    @Override
    public final void afterEach(ExtensionContext context) throws Exception {
        context.getStore(NAMESPACE).get(this, Runnable.class).run();
        end(context);
    }

    @Override
    public final void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inSession(invocation);
    }

    @Override
    public final void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inSession(invocation);
    }

    private void inSession(Invocation<Void> invocation) throws Throwable {
        Dispatcher.Assembly assembly = session().assembly();
        Dispatcher.Assembly before = assembly.enter();
        try {
            invocation.proceed();
        } finally {
            assembly.leave(before);
        }
    }
}
