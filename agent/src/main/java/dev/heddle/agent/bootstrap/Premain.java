package dev.heddle.agent.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;

/**
 * Where the JVM enters the agent. Compiled for Java 8, so that an older JVM can say what is missing; whatever goes
 * wrong here, the application starts.
 */
public final class Premain {
    /**
     * The system property by which {@code replay} tells the JVM that it starts where the plan is. There the application
     * must not run as it does elsewhere.
     */
    public static final String REPLAY = "dev.heddle.agent.replay";

    private static final int OLDEST_JAVA = 17;
    private static final int NOT_DONE = 2;

    private Premain() {}

    /** Called by the JVM before the application's {@code main}. */
    public static void premain(String argument, Instrumentation instrumentation) {
        if (System.getProperty(REPLAY) == null) {
            start("dev.heddle.agent.control.Agent", argument, instrumentation);
        } else if (Hook.connected() == null) {
            start("dev.heddle.agent.replay.ReplayStart", argument, instrumentation);
            if (Hook.connected() == null) {
                // Without the agent the application would do its work.
                Runtime.getRuntime().halt(NOT_DONE);
            }
        }
    }

    /** Called by the JVM when the agent is attached to a running application. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        String problem = start("dev.heddle.agent.control.AttachedAgent", argument, instrumentation);
        if (problem != null) {
            tellWhoAttaches(problem, instrumentation);
        }
    }

    /** Returns why it has not started, or {@code null}. */
    private static String start(String agent, String argument, Instrumentation instrumentation) {
        String problem;
        try {
            problem = problem(System.getProperty("java.specification.version"), argument);
            if (problem == null) {
                install(agent, argument, instrumentation);
                return null;
            }
        } catch (Throwable failure) {
            problem = "the agent could not start, and the application runs without it: " + failure;
        }
        complain(problem);
        return problem;
    }

    /** The line is in the log of this JVM, which the one who attaches does not see. */
    private static void tellWhoAttaches(String problem, Instrumentation instrumentation) {
        try {
            install("dev.heddle.agent.remote.Refusal", problem, instrumentation);
        } catch (Throwable unreadable) {
            // Then the command says that it has not been told why.
        }
    }

    /** Whether the agent cannot run in a Java of this version. */
    public static boolean isTooOld(String java) {
        return java.startsWith("1.") || Integer.parseInt(java) < OLDEST_JAVA;
    }

    /** Why the agent cannot start in a Java of this version, or {@code null}. */
    static String problem(String java, String argument) {
        if (isTooOld(java)) {
            return "the agent needs Java " + OLDEST_JAVA + " or later and this is Java " + java
                    + ", so the application runs without it; update Java or remove the -javaagent option";
        }
        if (Hook.connected() != null) {
            return "the agent is installed in this JVM already, so a second -javaagent option or attachment"
                    + settings(argument) + " has no effect; remove one of the two";
        }
        return null;
    }

    /** The names of what is set, to know the option by; values may be secret. */
    private static String settings(String argument) {
        StringBuilder names = new StringBuilder();
        for (String piece : argument == null ? new String[0] : argument.split(",")) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                names.append(names.length() == 0 ? ", which sets " : ", ").append(piece, 0, equals);
            }
        }
        return names.length() == 0 ? "" : names.append(',').toString();
    }

    @SuppressWarnings("unchecked")
    private static void install(String agent, String argument, Instrumentation instrumentation) throws Exception {
        File jar = new File(Premain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ClassLoader loader = AgentLoader.ofAgent(new AgentJar(jar));
        // Through it the rest of the API is defined from memory, once an extension needs it.
        Class.forName("dev.heddle.api.package-info");
        ((BiConsumer<String, Instrumentation>)
                        loader.loadClass(agent).getConstructor().newInstance())
                .accept(argument, instrumentation);
    }

    /** As the agent's log does, which needs the Java that may be missing. */
    private static void complain(String line) {
        System.err.println("ERROR heddle - " + line);
    }
}
