package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Remembers who wants which method. Thread-safe. */
public final class Routes {
    /** A proxy sees whatever names its clients think of; those beyond this many are looked up each time. */
    private static final int MOST = 10_000;

    private static final Chain NOBODY = new Chain(null, List.of());

    static {
        // A method whose types are not loaded is inlined nowhere, and every call asks whether it has extras.
        Objects.requireNonNull(Extras.class);
        Objects.requireNonNull(Held.class);
    }

    private final Category category;
    private final Function<Operation, Chain> chains;
    private final ConcurrentMap<String, Chain> byMethod = new ConcurrentHashMap<>();

    /** Asks for the chain of a method, {@code null} if nobody wants it, once. */
    public Routes(Category category, Function<Operation, Chain> chains) {
        this.category = category;
        this.chains = chains;
    }

    /** The chain of a method, or {@code null}. */
    Chain of(String method) {
        Chain chain = byMethod.get(method);
        if (chain == null) {
            chain = find(method);
        }
        return chain == NOBODY ? null : chain;
    }

    private Chain find(String method) {
        Chain found = chains.apply(Operation.of(category, method, true));
        Chain chain = found == null ? NOBODY : found;
        if (byMethod.size() < MOST) {
            byMethod.put(method, chain);
        }
        return chain;
    }
}
