package dev.heddle.agent.remote;

import java.lang.instrument.Instrumentation;
import java.util.Properties;
import java.util.function.BiConsumer;

/**
 * Has the one who attaches the agent know why this JVM does not take it: by a line among the agent properties, which the
 * application does not see, until another attachment succeeds and ends.
 */
public final class Refusal implements BiConsumer<String, Instrumentation> {
    /** The property that has the line. */
    public static final String LINE = "dev.heddle.agent.refusal";

    /** Called by {@code Premain} too. */
    public Refusal() {}

    /** Leaves the line there; in a JVM without such properties nothing happens. */
    @Override
    public void accept(String line, Instrumentation instrumentation) {
        try {
            Class<?> support = Ear.support(instrumentation);
            ((Properties) support.getMethod("getAgentProperties").invoke(null)).setProperty(LINE, line);
        } catch (ReflectiveOperationException | RuntimeException anotherJvm) {
            // Then the command says that it has not been told why.
        }
    }
}
