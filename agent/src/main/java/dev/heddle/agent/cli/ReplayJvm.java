package dev.heddle.agent.cli;

import dev.heddle.agent.bootstrap.Main;
import dev.heddle.agent.bootstrap.Premain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JVM of an application that replays: started by the application's own command, with this agent in it. */
final class ReplayJvm {
    private static final int NOT_DONE = 2;
    private static final int LAST_LINES = 30;
    private static final long PAUSE_MILLIS = 100;

    /** Options for all JVMs, where an agent of Heddle's would stand before this one. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final Pattern AGENT = Pattern.compile("-javaagent:\\S*heddle-agent[^\\s/=]*\\.jar(?:=(\\S*))?");

    private final Path workspace;
    private final Path log;

    /** What the application prints goes into a file, by default into one that nobody keeps. */
    ReplayJvm(Path workspace, Path log) {
        this.workspace = workspace;
        this.log = log == null ? workspace.resolve("log") : log;
    }

    /** Has the application's histories replayed, and prints the report. Returns the exit code. */
    int run(JavaCommand command) throws IOException, InterruptedException, URISyntaxException {
        Process application = start(command);
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroyForcibly));
        ReplayProgress progress = new ReplayProgress(workspace.resolve("progress"));
        while (!application.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            progress.show();
        }
        progress.end();
        int exitCode = application.exitValue();
        if (Files.exists(workspace.resolve("report"))) {
            System.out.print(Files.readString(workspace.resolve("report")));
            return exitCode;
        }
        Path problem = workspace.resolve("problem");
        System.err.println(
                Files.exists(problem)
                        ? Files.readString(problem)
                        : "the application has ended with exit code " + exitCode
                                + " before its histories were replayed");
        printLastLines();
        return NOT_DONE;
    }

    /** Its input stays open, for there are applications that end with it. */
    private Process start(JavaCommand command) throws IOException, URISyntaxException {
        Path agent = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> ofVariables = new ArrayList<>();
        ProcessBuilder jvm = new ProcessBuilder().redirectErrorStream(true).redirectOutput(log.toFile());
        for (String name : VARIABLES) {
            takeAgent(jvm.environment(), name, ofVariables);
        }
        List<String> own = command.agentOptions(agent);
        String argument =
                argument(command.words().containsAll(own) || ofVariables.isEmpty() ? own.get(0) : ofVariables.get(0));
        jvm.command(command.with(List.of(
                        "-javaagent:" + agent + (argument == null ? "" : "=" + argument),
                        "-D" + Premain.REPLAY + "=" + workspace))
                .words());
        return jvm.start();
    }

    private static void takeAgent(Map<String, String> environment, String name, List<String> taken) {
        String options = environment.get(name);
        if (options == null) {
            return;
        }
        Matcher agents = AGENT.matcher(options);
        while (agents.find()) {
            taken.add(agents.group());
        }
        environment.put(name, agents.replaceAll("").strip());
    }

    private static String argument(String option) {
        Matcher agent = AGENT.matcher(option);
        return agent.matches() ? agent.group(1) : null;
    }

    private void printLastLines() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!lines.isEmpty()) {
            System.err.println("The last of what it has printed:");
        }
        for (String line : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())) {
            System.err.println("  " + line);
        }
    }
}
