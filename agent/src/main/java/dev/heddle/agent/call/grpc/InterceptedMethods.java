package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
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
    private volatile HeaderKeys keys;
    private volatile ConcurrentMap<String, InterceptedMethod> byName = new ConcurrentHashMap<>();

    /** Asks for the chain of a method, {@code null} if nobody wants it, once. */
    public InterceptedMethods(Category category, Function<Operation, Chain> chains, Executor executor) {
        this.category = category;
        this.chains = chains;
        this.executor = executor;
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
