package dev.heddle.agent.control;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.weave.WeaveTransformer;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;

/**
 * Starts the agent. In a JVM that never loads Temporal or gRPC this and the {@link WeaveTransformer} are all that runs,
 * so nothing here touches Byte Buddy, the log, {@code java.nio.file} or a lambda.
 */
public class Agent implements BiConsumer<String, Instrumentation> {
    /** Called by {@code Premain}; without parameters, for which reflection would generate classes. */
    public Agent() {}

    @Override
    public void accept(String argument, Instrumentation instrumentation) {
        install(argument, instrumentation);
    }

    /** Installs the agent and returns it, or {@code null} if it is disabled. */
    protected final RunningAgent install(String argument, Instrumentation instrumentation) {
        return install(AgentSettings.of(argument), instrumentation);
    }

    /** The same with settings that have been read. */
    static RunningAgent install(AgentSettings settings, Instrumentation instrumentation) {
        if (!settings.enabled()) {
            return null;
        }
        AgentLoader loader = (AgentLoader) Agent.class.getClassLoader();
        RunningAgent agent = new RunningAgent(loader, settings);
        agent.weave(instrumentation);
        return agent;
    }
}
