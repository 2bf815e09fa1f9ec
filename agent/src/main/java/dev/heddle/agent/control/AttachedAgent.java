package dev.heddle.agent.control;

import dev.heddle.agent.remote.Refusal;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.SettingInForce;
import java.lang.instrument.Instrumentation;

/** Starts the agent in an application that runs already, or has the one who attaches it know why not. */
public final class AttachedAgent extends Agent {
    @Override
    public void accept(String argument, Instrumentation instrumentation) {
        AgentSettings settings = AgentSettings.of(argument);
        RunningAgent agent = install(settings, instrumentation);
        String refusal = agent == null ? disabled(settings) : agent.attach();
        if (refusal != null) {
            new Refusal().accept(refusal, instrumentation);
        }
    }

    private static String disabled(AgentSettings settings) {
        for (SettingInForce made : SettingInForce.ofAgent(settings)) {
            if (made.name().equals("enabled")) {
                return "heddle.enabled is false in that JVM (" + made.place()
                        + "); add enabled=true to attach all the same";
            }
        }
        return "heddle.enabled is false in that JVM";
    }
}
