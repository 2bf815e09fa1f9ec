package dev.heddle.agent.bootstrap;

import java.io.File;
import java.util.function.ToIntFunction;

/**
 * What {@code java -jar heddle-agent.jar} runs: the command line, in a folder of the JAR that nothing else loads. For
 * Java 8 too, to say that it needs a later one.
 */
public final class Main {
    /** The first word in the JVM that {@code check} starts, which has the agent and the class path of an application. */
    public static final String REHEARSE = "rehearse";

    private Main() {}

    /** Runs a command, or says which there are. */
    public static void main(String[] arguments) throws Exception {
        String java = System.getProperty("java.specification.version");
        if (Premain.isTooOld(java)) {
            System.err.println("ERROR heddle - " + Premain.problem(java, null));
            System.exit(2);
        }
        boolean rehearsal = arguments.length > 0 && arguments[0].equals(REHEARSE);
        System.exit((rehearsal ? rehearsal(Hook.connected()) : commands()).applyAsInt(arguments));
    }

    @SuppressWarnings("unchecked")
    private static ToIntFunction<String[]> rehearsal(Hook agent) throws Exception {
        if (agent == null) {
            System.err.println(
                    "ERROR heddle - the agent would not start: heddle.enabled is false, or a line above says why");
            System.exit(1);
        }
        return (ToIntFunction<String[]>) agent.getClass()
                .getClassLoader()
                .loadClass("dev.heddle.agent.control.Rehearsal")
                .getConstructor(Hook.class)
                .newInstance(agent);
    }

    @SuppressWarnings("unchecked")
    private static ToIntFunction<String[]> commands() throws Exception {
        File jar = new File(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ClassLoader system = ClassLoader.getSystemClassLoader();
        return (ToIntFunction<String[]>) AgentLoader.ofAgent(new AgentJar(jar))
                .between("cli/", system, null)
                .loadClass("dev.heddle.agent.cli.Heddle")
                .getConstructor()
                .newInstance();
    }
}
