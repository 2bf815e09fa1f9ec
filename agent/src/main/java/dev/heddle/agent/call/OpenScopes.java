package dev.heddle.agent.call;

import java.util.Arrays;

/**
 * The scopes that are open on one thread. Each is opened and closed there, the last one first. Where code of another call
 * runs for a while, as the callback of a promise does on the thread that completes it, those of the call at hand are
 * closed meanwhile, and the other's opened.
 */
public final class OpenScopes {
    private final ThreadLocal<OpenScopes> home;
    private Scopes list;
    private AutoCloseable[] opened = new AutoCloseable[2];

    /**
     * None yet.
     *
     * @param home where the thread has these while there are any; {@code null} if nobody looks for them
     */
    public OpenScopes(ThreadLocal<OpenScopes> home) {
        this.home = home;
    }

    /** Those that are open, the innermost first; {@code null} if there are none. */
    public Scopes list() {
        return list;
    }

    /** Opens others further in; gives what was open. */
    Scopes add(Scopes others) {
        return change(others.in(list));
    }

    /**
     * Has exactly these be open; gives what was open. If a guard's scope cannot be opened or the library unwinds the
     * thread, what was open is open again when that is thrown.
     */
    public Scopes change(Scopes to) {
        Scopes before = list;
        Scopes common = Scopes.common(before, to);
        try {
            closeTo(common);
            open(to, common);
        } catch (Throwable refusal) {
            closeTo(common);
            open(before, common);
            throw refusal;
        } finally {
            settle();
        }
        return before;
    }

    private void open(Scopes to, Scopes from) {
        if (to == from) {
            return;
        }
        open(to.outer(), from);
        AutoCloseable closing = to.open();
        int at = Scopes.depth(list);
        if (at == opened.length) {
            opened = Arrays.copyOf(opened, 2 * at);
        }
        opened[at] = closing;
        list = to;
    }

    private void closeTo(Scopes outer) {
        while (list != outer) {
            Scopes innermost = list;
            int at = Scopes.depth(innermost) - 1;
            AutoCloseable closing = opened[at];
            opened[at] = null;
            list = innermost.outer();
            innermost.close(closing);
        }
    }

    /** Nothing stays on a thread that goes back to its pool. */
    private void settle() {
        if (home == null) {
            return;
        }
        if (list == null) {
            home.remove();
        } else {
            home.set(this);
        }
    }
}
