package dev.heddle.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;

/**
 * Where the JVM enters the agent. Compiled for Java 8, so that an older JVM can say what is missing; whatever goes
 * wrong here, the application starts.
 */
public final class Premain {
    private static final int OLDEST_JAVA = 17;

    private Premain() {}

    /** Called by the JVM before the application's {@code main}. */
    public static void premain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation, false);
    }

    /** Called by the JVM when the agent is attached to a running application. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation, true);
    }

    @SuppressWarnings("unchecked")
    private static void start(String argument, Instrumentation instrumentation, boolean attached) {
        try {
            String java = System.getProperty("java.specification.version");
            if (java.startsWith("1.") || Integer.parseInt(java) < OLDEST_JAVA) {
                complain("needs Java " + OLDEST_JAVA + " or later and this is Java " + java);
                return;
            }
            if (Hook.installed()) {
                complain("is already installed in this JVM, by another -javaagent option or an earlier attachment");
                return;
            }
            File jar = new File(Premain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            ClassLoader loader = AgentLoader.ofAgent(new JarFile(jar));
            Object agent = loader.loadClass("dev.heddle.agent.weave.Agent")
                    .getConstructor(AgentLoader.class, boolean.class)
                    .newInstance(loader, attached);
            ((BiConsumer<String, Instrumentation>) agent).accept(argument, instrumentation);
        } catch (Throwable failure) {
            complain("could not start: " + failure);
        }
    }

    private static void complain(String reason) {
        System.err.println("[heddle] ERROR " + reason + "; the application runs without it");
    }
}
