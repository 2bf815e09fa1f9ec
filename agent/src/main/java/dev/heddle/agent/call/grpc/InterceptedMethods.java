package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Remembers for one channel or server who wants which method. Thread-safe. */
public final class InterceptedMethods implements Runnable {
    /** A proxy sees whatever names its clients think of; those beyond this many are looked up each time. */
    private static final int MOST = 10_000;

    private static final InterceptedMethod NOBODY = new InterceptedMethod(null, null);

    private final Category category;
    private final Function<Operation, Chain> chains;
    private final Executor executor;
    private final Set<Thread> telling;
    private volatile HeaderKeys keys;
    private volatile ConcurrentMap<String, InterceptedMethod> byName = new ConcurrentHashMap<>();

    /**
     * Asks for the chain of a method, {@code null} if nobody wants it, once.
     *
     * @param telling where the threads are noted that tell the application of an end
     */
    public InterceptedMethods(
            Category category, Function<Operation, Chain> chains, Executor executor, Set<Thread> telling) {
        this.category = category;
        this.chains = chains;
        this.executor = executor;
        this.telling = telling;
    }

    /** The method of a name, or {@code null} if nobody wants its calls. */
    public InterceptedMethod of(String name) {
        InterceptedMethod method = byName.get(name);
        if (method == null) {
            method = find(name);
        }
        return method == NOBODY ? null : method;
    }

    /** Where the channel or server runs the application's call-backs. */
    Executor executor() {
        return executor;
    }

    /**
     * This thread is about to tell the application how a call has ended. The exceptions that the library's stubs make there
     * have our frames, and reach the application without ever passing us; so the library is woven where it makes them.
     *
     * @return whether it is to {@link #endTelling}: not if it does so already, for another call
     */
    public boolean beginTelling() {
        return telling.add(Thread.currentThread());
    }

    /** This thread has told it. */
    public void endTelling() {
        telling.remove(Thread.currentThread());
    }

    /** The keys of the headers that are named in its calls, from the first that is on. */
    HeaderKeys keys() {
        HeaderKeys made = keys;
        if (made == null) {
            made = new HeaderKeys();
            keys = made;
        }
        return made;
    }

    /** Forgets who wants what, because that has changed; calls under way have what they began with. */
    @Override
    public void run() {
        // Another map, for a thread that is looking something up now would put what it has found into the old one.
        byName = new ConcurrentHashMap<>();
    }

    private InterceptedMethod find(String name) {
        ConcurrentMap<String, InterceptedMethod> current = byName;
        Chain chain = chains.apply(Operation.of(category, name, true));
        InterceptedMethod method = chain == null ? NOBODY : new InterceptedMethod(chain, this);
        if (current.size() < MOST) {
            current.put(name, method);
        }
        return method;
    }
}
