package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.settings.AgentSettings;

/**
 * What the hook is connected to: it finds the installation of the application whose class was woven.
 *
 * <p>Made in every JVM at start; all else of this package loads when the first woven method runs.
 */
public final class Assembler extends Hook {
    private final AgentLoader agent;
    private final AgentSettings settings;
    private volatile Installations installations;

    /** Called when the agent starts. */
    public Assembler(AgentLoader agent, AgentSettings settings) {
        this.agent = agent;
        this.settings = settings;
    }

    @Override
    public Object answer(String point, Class<?> woven, Object owner, Object value) {
        return installations().extend(point, woven, owner, value);
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
