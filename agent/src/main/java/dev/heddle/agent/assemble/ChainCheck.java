package dev.heddle.agent.assemble;

import dev.heddle.agent.log.AgentLog;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices what an application gets of a library whose chain has not passed the hook, as a version might hand it out that
 * builds its chains elsewhere. Public methods that make clients, workers, channels and servers are woven where they
 * begin and where they return; in between, on the same thread, a chain of that kind must have been extended.
 *
 * <p>One per library of an application. Thread-safe.
 */
public final class ChainCheck {
    private final ThreadLocal<Set<String>> extended = new ThreadLocal<>();
    private final Set<String> said = new HashSet<>();

    /** Something of a kind is about to be made; nothing is known of its chain. */
    public void begin(String kind) {
        Set<String> kinds = extended.get();
        if (kinds != null) {
            kinds.remove(kind);
        }
    }

    /** A chain of that kind has been extended, or nobody wants it to be. */
    public void extended(String kind) {
        Set<String> kinds = extended.get();
        if (kinds == null) {
            kinds = new HashSet<>();
            extended.set(kinds);
        }
        kinds.add(kind);
    }

    /** Whether what was made of a kind has no chain that Heddle knows. */
    public boolean isMissed(String kind) {
        Set<String> kinds = extended.get();
        return kinds == null || !kinds.contains(kind);
    }

    /**
     * Says of a kind that its calls are not intercepted, once.
     *
     * @param library the title and version of the library
     * @param guards those who want the calls and are not to be passed by
     * @return what the application is to get in place of what was made, {@code null} if no guard is there
     */
    public Throwable report(String kind, String library, Collection<String> guards) {
        String line = "the calls of a " + kind + " are not intercepted, although extensions want them: " + library
                + " builds its chain where Heddle does not look; use another version of that library or of Heddle";
        if (first(kind)) {
            AgentLog.error(line);
        }
        return guards.isEmpty()
                ? null
                : new IllegalStateException(
                        "extension " + String.join(", ", guards) + " guards what is made here: " + line);
    }

    private synchronized boolean first(String kind) {
        return said.add(kind);
    }
}
