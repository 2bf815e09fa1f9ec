package dev.heddle.agent.bootstrap;

import java.lang.instrument.Instrumentation;
import java.util.Map;

/**
 * The agent as the testing kit has it: woven once into the running JVM, with as many assemblies side by side as there
 * are tests. It is in the agent's package, because that alone may connect the hook, and in the kit's JAR, because no
 * application must see it.
 */
public final class TestAgent {
    private final AgentLoader loader;
    private final Hook ofJvm;

    private TestAgent(Hook agent, boolean ofJvm) {
        this.loader = (AgentLoader) agent.getClass().getClassLoader();
        this.ofJvm = ofJvm ? agent : null;
    }

    /**
     * Weaves, unless the JVM was started with the agent.
     *
     * @throws IllegalStateException if the agent did not start; it has said on stderr why
     */
    public static TestAgent install(Instrumentation instrumentation) {
        Hook ofJvm = Hook.connected();
        if (ofJvm != null) {
            return new TestAgent(ofJvm, true);
        }
        Premain.agentmain(null, instrumentation);
        Hook started = Hook.connected();
        if (started == null) {
            throw new IllegalStateException("the agent did not start: see stderr, and heddle.enabled");
        }
        return new TestAgent(started, false);
    }

    /** The agent that the JVM was started with, and its extensions; {@code null} if it was started without. */
    public Hook ofJvm() {
        return ofJvm;
    }

    /** Gives a dispatcher, in the place of the agent's own assembly, what woven code offers the {@link Hook}. */
    public void connect(Hook dispatcher) {
        Hook.connect(dispatcher);
    }

    /** An assembly with these settings, their keys without {@code heddle.}: what a dispatcher may hand a value on to. */
    public Hook assembly(Map<String, String> settings) {
        try {
            Class<?> type = loader.loadClass("dev.heddle.agent.settings.AgentSettings");
            Object all = type.getMethod("with", Map.class).invoke(null, settings);
            return (Hook) loader.loadClass("dev.heddle.agent.control.RunningAgent")
                    .getConstructor(AgentLoader.class, type)
                    .newInstance(loader, all);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
