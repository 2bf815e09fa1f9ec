package dev.heddle.agent.control;

import java.lang.instrument.Instrumentation;

/** Starts the agent in an application that runs already. */
public final class AttachedAgent extends Agent {
    @Override
    public void accept(String argument, Instrumentation instrumentation) {
        RunningAgent agent = install(argument, instrumentation);
        if (agent != null) {
            agent.attach();
        }
    }
}
