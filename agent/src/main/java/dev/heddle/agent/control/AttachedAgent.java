package dev.heddle.agent.control;

import dev.heddle.agent.weave.WeaveLog;
import dev.heddle.agent.weave.WeavePoint;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/** Starts the agent in an application that runs already. */
public final class AttachedAgent extends Agent {
    @Override
    public void accept(String argument, Instrumentation instrumentation) {
        if (install(argument, instrumentation)) {
            weaveLoaded(instrumentation);
        }
    }

    private static void weaveLoaded(Instrumentation instrumentation) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (WeavePoint.in(loaded.getName().replace('.', '/')) != null) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    WeaveLog.notWoven(loaded.getName(), loaded.getProtectionDomain(), failure.toString());
                }
            }
        }
    }
}
