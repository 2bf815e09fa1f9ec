package dev.heddle.agent.weave;

import dev.heddle.agent.AgentLoader;
import dev.heddle.agent.assemble.AgentSettings;
import dev.heddle.agent.assemble.Assembler;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.function.BiConsumer;

/**
 * Starts the agent. In a JVM that never loads Temporal or gRPC this and the {@link WeaveTransformer} are all that runs,
 * so nothing here touches Byte Buddy, the log, {@code java.nio.file} or a lambda.
 */
public final class Agent implements BiConsumer<String, Instrumentation> {
    private final AgentLoader loader;
    private final boolean attached;

    /**
     * Called by {@code Premain}.
     *
     * @param attached whether the application runs already
     */
    public Agent(AgentLoader loader, boolean attached) {
        this.loader = loader;
        this.attached = attached;
    }

    @Override
    public void accept(String argument, Instrumentation instrumentation) {
        AgentSettings settings = AgentSettings.of(argument);
        if (!settings.enabled()) {
            return;
        }
        loader.connect(new Assembler(loader, settings));
        instrumentation.addTransformer(new WeaveTransformer(instrumentation), true);
        if (attached) {
            weaveLoaded(instrumentation);
        }
    }

    private static void weaveLoaded(Instrumentation instrumentation) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (WeavePoint.of(loaded.getName().replace('.', '/')) != null) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    WeaveLog.notWoven(loaded.getName(), loaded.getProtectionDomain(), failure.toString());
                }
            }
        }
    }
}
