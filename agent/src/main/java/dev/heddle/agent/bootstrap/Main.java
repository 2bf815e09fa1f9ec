package dev.heddle.agent.bootstrap;

import java.io.File;
import java.util.function.ToIntFunction;

/**
 * What {@code java -jar heddle-agent.jar} runs: the command line, in a folder of the JAR that nothing else loads. For
 * Java 8 too, to say that it needs a later one.
 */
public final class Main {
    private Main() {}

    /** Runs a command, or says which there are. */
    public static void main(String[] arguments) throws Exception {
        String problem = Premain.problem(System.getProperty("java.specification.version"), null);
        if (problem != null) {
            System.err.println("ERROR heddle - " + problem);
            System.exit(2);
        }
        System.exit(commands().applyAsInt(arguments));
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
