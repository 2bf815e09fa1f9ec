package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Remembers for one channel or server who wants which method. Thread-safe. */
public final class InterceptedMethods {
    /** A proxy sees whatever names its clients think of; those beyond this many are looked up each time. */
    private static final int MOST = 10_000;

    private static final InterceptedMethod NOBODY = new InterceptedMethod(null, null);

    private final Category category;
    private final Function<Operation, Chain> chains;
    private final Executor executor;
    private final ConcurrentMap<String, InterceptedMethod> byName = new ConcurrentHashMap<>();

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

    private InterceptedMethod find(String name) {
        Chain chain = chains.apply(Operation.of(category, name, true));
        InterceptedMethod method = chain == null ? NOBODY : new InterceptedMethod(chain, executor);
        if (byName.size() < MOST) {
            byName.put(name, method);
        }
        return method;
    }
}
