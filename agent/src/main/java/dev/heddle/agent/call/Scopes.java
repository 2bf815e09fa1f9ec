package dev.heddle.agent.call;

import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.function.Supplier;

/**
 * What interceptors have asked to be opened while the application's code works on their calls: a list, the innermost
 * first. Immutable, so that one thread can hand it to another; what is open on a thread is its {@link OpenScopes}.
 */
public final class Scopes {
    private final ExtensionHealth health;
    private final Operation operation;
    private final Supplier<? extends AutoCloseable> opener;
    private final Scopes outer;
    private final int depth;

    Scopes(ExtensionHealth health, Operation operation, Supplier<? extends AutoCloseable> opener, Scopes outer) {
        this.health = health;
        this.operation = operation;
        this.opener = opener;
        this.outer = outer;
        this.depth = depth(outer) + 1;
    }

    /** The list without the innermost; {@code null} if that was the last. */
    Scopes outer() {
        return outer;
    }

    /** The same further in than others. */
    Scopes in(Scopes others) {
        return others == null ? this : new Scopes(health, operation, opener, outer == null ? others : outer.in(others));
    }

    /** How many there are in a list, which may be {@code null}. */
    static int depth(Scopes list) {
        return list == null ? 0 : list.depth;
    }

    /** What two lists have in common: their outermost part, or {@code null}. */
    static Scopes common(Scopes one, Scopes other) {
        Scopes first = one;
        Scopes second = other;
        while (first != second) {
            if (depth(first) >= depth(second)) {
                first = first.outer;
            } else {
                second = second.outer;
            }
        }
        return first;
    }

    /**
     * Opens the innermost; an accident leaves the code without it.
     *
     * @return what closes it, or {@code null}
     * @throws RefusedException if the extension guards
     */
    AutoCloseable open() {
        if (health.off()) {
            return null;
        }
        try {
            return opener.get();
        } catch (Throwable accident) {
            if (Rules.unwinds(accident)) {
                throw accident;
            }
            if (!health.failClosed()) {
                health.failed(operation, "the code runs without its scope", accident);
                return null;
            }
            health.failed(operation, "the call is refused", accident);
            throw new RefusedException("extension " + health.name() + " failed and guards " + operation, accident);
        }
    }

    /** Closes the innermost by what {@link #open} gave; too late for a refusal. */
    void close(AutoCloseable opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (Throwable accident) {
            health.failed(operation, "its scope may not be closed", accident);
        }
    }
}
