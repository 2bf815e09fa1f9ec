package dev.heddle.agent.cli;

import dev.heddle.agent.bootstrap.Main;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JVM that has the real agent and the classes of an application, and runs nothing of that: the agent says there what it
 * would do, so that nothing is decided here.
 */
final class RehearsalJvm {
    private static final String SETTING = "heddle.";

    /** Options for all JVMs, which {@code check} has got already: the child must not get an agent by them. */
    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private final Packaging packaging;
    private final Path result;
    private final Path log;

    RehearsalJvm(Packaging packaging, Path workspace) {
        this.packaging = packaging;
        this.result = workspace.resolve("result");
        this.log = workspace.resolve("log");
    }

    /**
     * Has the agent say what it would do, and prints it.
     *
     * @param extensions where they are, {@code null} for as the settings have it
     * @param properties for the application
     * @param form how the answer is to be written
     * @return the exit code
     */
    int run(String extensions, Map<String, String> properties, String form)
            throws IOException, InterruptedException, URISyntaxException {
        ProcessBuilder jvm = new ProcessBuilder(command(extensions, properties, form))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        jvm.environment().keySet().removeAll(VARIABLES);
        Process process = jvm.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        if (Files.exists(result)) {
            System.out.print(Files.readString(result));
            return exitCode;
        }
        System.err.println(
                "The JVM in which the agent looks at " + packaging.title() + " has ended before it was done:");
        System.err.print(Files.readString(log));
        return 1;
    }

    private List<String> command(String extensions, Map<String, String> properties, String form)
            throws URISyntaxException {
        Path agent = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        Map<String, String> all = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(SETTING)) {
                all.put(name, System.getProperty(name));
            }
        }
        all.putAll(properties);
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-javaagent:" + agent + (extensions == null ? "" : "=extensions=" + extensions));
        command.addAll(packaging.paths());
        if (!packaging.paths().contains("-cp")) {
            // Without one, the JVM takes the folder it is started in.
            command.addAll(List.of("-cp", agent.toString()));
        }
        command.addAll(List.of(Main.class.getName(), Main.REHEARSE, result.toString(), form, packaging.title()));
        packaging.places().forEach(place -> command.add(place.toString()));
        return command;
    }
}
