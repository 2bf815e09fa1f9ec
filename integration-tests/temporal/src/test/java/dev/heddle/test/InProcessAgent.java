package dev.heddle.test;

import dev.heddle.testing.Heddle;

/**
 * The agent in the JVM of the tests, with the {@link ProbeExtension} and the {@link GuardExtension} for whatever is made
 * where no test has a {@link Heddle} of its own.
 */
public final class InProcessAgent {
    private static Heddle heddle;

    private InProcessAgent() {}

    /** Installs it unless it is. */
    public static synchronized void install() {
        if (heddle == null) {
            heddle = Heddle.with(new ProbeExtension())
                    .named("probe")
                    .and(new GuardExtension())
                    .named("guard")
                    .agentSetting("failures", "1000000");
            heddle.everywhere();
        }
    }

    /** Makes what is to have these extensions, whatever test is the first to ask for it. */
    static void make(Runnable maker) {
        install();
        heddle.run(maker);
    }
}
