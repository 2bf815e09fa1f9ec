package dev.heddle.testing;

import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.bootstrap.TestAgent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * Stands between woven code and the tests' assemblies. The library builds its chains on the thread that makes a client,
 * worker, channel or server, so the thread tells the test, and what is made there belongs to that test for good.
 *
 * <pre>
 *   Hook ──▶ Dispatcher ──▶ the assembly of the thread's test, while that lasts
 *                 └───────▶ or else the assembly for everywhere, or the agent that the JVM was started with, or nobody
 * </pre>
 *
 * <p>There is one in a JVM, whoever tests there: of two agents, one would silently have all that is made.
 */
final class Dispatcher extends Hook {
    /** These points are not where a chain is built but where one is used, on a workflow's thread. */
    private static final List<String> OF_WORKFLOW_THREADS = List.of("temporal/value/", "temporal/code/");

    private static final Dispatcher INSTANCE = new Dispatcher();

    private final Set<Assembly> assemblies = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Assembly> current = new InheritableThreadLocal<>();
    private TestAgent agent;
    private volatile Hook elsewhere;

    private Dispatcher() {}

    /** The one of this JVM. */
    static Dispatcher get() {
        return INSTANCE;
    }

    /**
     * A new assembly with the agent in this JVM, which is installed at the first.
     *
     * @param settings are asked for when the library first builds a chain
     */
    synchronized Assembly assembly(Supplier<Map<String, String>> settings) {
        if (agent == null) {
            agent = TestAgent.install(ByteBuddyAgent.install());
            elsewhere = agent.ofJvm();
            agent.connect(this);
        }
        return new Assembly(agent, settings);
    }

    /** Lets an assembly have, until it is closed, what is made on threads that are in no test. */
    private synchronized void everywhere(Assembly assembly) {
        if (elsewhere != null) {
            assemblies.remove(assembly);
            throw new IllegalStateException("what is made outside of tests has its extensions: "
                    + (elsewhere == agent.ofJvm()
                            ? "those of the agent that this JVM was started with"
                            : "others, which are there everywhere and are not closed"));
        }
        elsewhere = assembly;
    }

    private synchronized void close(Assembly assembly) {
        assemblies.remove(assembly);
        if (elsewhere == assembly) {
            elsewhere = null;
        }
    }

    @Override
    public Object answer(String point, Class<?> woven, Object owner, Object value) {
        for (String ofWorkflowThreads : OF_WORKFLOW_THREADS) {
            if (point.startsWith(ofWorkflowThreads)) {
                return ofWorkflowThread(point, woven, value);
            }
        }
        // A thread may have been started by a test that has ended.
        Assembly ofTest = current.get();
        Hook answering = ofTest != null && assemblies.contains(ofTest) ? ofTest : elsewhere;
        return answering == null ? value : answering.answer(point, woven, owner, value);
    }

    /** What a workflow asks of the SDK past its chain, or begins; only the test it belongs to has something to say. */
    private Object ofWorkflowThread(String point, Class<?> woven, Object value) {
        Hook ofJvm = agent.ofJvm();
        Object extended = ofJvm == null ? value : ofJvm.answer(point, woven, null, value);
        for (Assembly assembly : assemblies) {
            if (assembly.assembler != null && !(extended instanceof Throwable)) {
                extended = assembly.answer(point, woven, null, extended);
            }
        }
        return extended;
    }

    /** One test's side of the agent. Runs what makes clients and workers that are intercepted for the test. */
    final class Assembly extends Hook implements Executor, AutoCloseable {
        private final TestAgent agent;
        private final Supplier<Map<String, String>> settings;
        private volatile Hook assembler;

        private Assembly(TestAgent agent, Supplier<Map<String, String>> settings) {
            this.agent = agent;
            this.settings = settings;
            assemblies.add(this);
        }

        @Override
        public Object answer(String point, Class<?> woven, Object owner, Object value) {
            if (assembler == null) {
                synchronized (this) {
                    if (assembler == null) {
                        assembler = agent.assembly(settings.get());
                    }
                }
            }
            return assembler.answer(point, woven, owner, value);
        }

        /** Gives it what is made on threads that are in no test. */
        void everywhere() {
            Dispatcher.this.everywhere(this);
        }

        /** Makes this the test of the current thread; to be undone with the one returned. */
        Assembly enter() {
            Assembly before = current.get();
            current.set(this);
            return before;
        }

        @Override
        public void execute(Runnable action) {
            Assembly before = enter();
            try {
                action.run();
            } finally {
                leave(before);
            }
        }

        /** Makes the one before the test of the current thread again. */
        void leave(Assembly before) {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }

        /** Nothing is assembled for it any more, and its extensions close. */
        @Override
        public void close() throws Exception {
            Dispatcher.this.close(this);
            if (assembler instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
