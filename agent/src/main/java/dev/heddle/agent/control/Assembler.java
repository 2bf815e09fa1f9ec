package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.settings.AgentSettings;
import java.util.function.BiFunction;

/**
 * What the hook is connected to. It finds the installation of the application whose class was woven, and fails only to
 * refuse: the worst that an accident makes of the value is that it stays what it was.
 *
 * <p>Made in every JVM at start; all else of this package loads when the first woven method runs.
 */
public final class Assembler implements BiFunction<Object, Object, Object> {
    private final AgentLoader agent;
    private final AgentSettings settings;
    private volatile Installations installations;

    /** Called by the weaving room. */
    public Assembler(AgentLoader agent, AgentSettings settings) {
        this.agent = agent;
        this.settings = settings;
    }

    @Override
    public Object apply(Object owner, Object value) {
        try {
            return value == null ? null : installations().extend(owner, value);
        } catch (Throwable refusal) {
            throw Assembler.<RuntimeException>asItIs(refusal);
        }
    }

    /** The hook declares no exception, and the application shall get the very one. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable refusal) throws T {
        throw (T) refusal;
    }

    private Installations installations() {
        Installations current = installations;
        if (current == null) {
            synchronized (this) {
                current = installations;
                if (current == null) {
                    current = new Installations(agent, settings);
                    installations = current;
                }
            }
        }
        return current;
    }
}
