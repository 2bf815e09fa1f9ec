package dev.heddle.agent.bootstrap;

/** The agent of this JVM, as what will command it finds it. */
public final class InstalledAgent {
    private InstalledAgent() {}

    /** Calls one of its methods. */
    public static void command(String method) throws ReflectiveOperationException {
        Hook agent = Hook.connect(null);
        Hook.connect(agent);
        agent.getClass().getMethod(method).invoke(agent);
    }
}
