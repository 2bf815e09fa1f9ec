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

    /** Installs the agent, unless it is disabled. */
    final boolean install(String argument, Instrumentation instrumentation) {
        AgentSettings settings = AgentSettings.of(argument);
        if (!settings.enabled()) {
            return false;
        }
        AgentLoader loader = (AgentLoader) Agent.class.getClassLoader();
        new RunningAgent(loader, settings).weave(instrumentation);
        return true;
    }
}
