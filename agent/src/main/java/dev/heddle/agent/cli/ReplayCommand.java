package dev.heddle.agent.cli;

import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: histories, by the workers of an application that is started for that alone. */
@Command(
        name = "replay",
        description = {
            "Replays histories by the workers that an application makes, as it is, before it is deployed.",
            "It is started by its own command with all that it calls Temporal's server for answered here:",
            "nothing is sent there. The exit code is 0 where all can be replayed, 1 where some cannot, 2",
            "where that could not be found out."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 17;

    @Option(names = "--from", paramLabel = "FOLDER", description = "where histories are as JSON; or one file")
    private Path from;

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description = "or the server that has them, without TLS; by default the application's own connection")
    private String address;

    @Option(names = "--namespace", paramLabel = "NAME", description = "on it; by default the application's")
    private String namespace;

    @Option(names = "--query", paramLabel = "QUERY", description = "which executions there, as for workflow list")
    private String query;

    @Option(names = "--workflow", paramLabel = "ID", description = "instead of a query; may be repeated")
    private List<String> workflows = List.of();

    @Option(names = "--save", paramLabel = "FOLDER", description = "keeps there what a server has, for --from")
    private Path save;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "1000",
            description = "how many of them at most; by default 1000")
    private int limit;

    @Option(names = "--json", paramLabel = "FILE", description = "the report as JSON, besides")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "the report as JUnit's XML, besides")
    private Path junit;

    @Option(names = "--parallel", paramLabel = "NUMBER", description = "at a time; by default one for each processor")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "how long the application may take to start a worker; by default 120")
    private int patience;

    @Option(
            names = "--quiet",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "for how long no other worker must start until a type that none has is missing; by default 5")
    private int quiet;

    @Option(names = "--log", paramLabel = "FILE", description = "where what the application prints is to be")
    private Path log;

    @Option(names = "--help", usageHelp = true, description = "show this")
    private boolean help;

    @Parameters(
            arity = "1..*",
            paramLabel = "APPLICATION",
            description = "a JAR, or after -- java … as the application is started")
    private List<String> words;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException, UnfitApplicationException {
        boolean ofServer = address != null || query != null || !workflows.isEmpty();
        if ((from == null) != ofServer) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name a folder with --from, or which executions of a server with --address, --query or --workflow");
        }
        if (limit < 1 || parallel < 1 || patience < 1 || quiet < 0) {
            throw new ParameterException(spec.commandLine(), "--limit, --parallel and --patience are at least 1");
        }
        requireHistories();
        JavaCommand command = new JavaCommand(
                words.get(0).endsWith(".jar")
                        ? Stream.concat(Stream.of(java(), "-jar"), words.stream())
                                .toList()
                        : words);
        requireJava(command);
        Path workspace = Workspace.make();
        write(workspace.resolve("plan"), command);
        return new ReplayJvm(workspace, log).run(command);
    }

    private void requireHistories() throws IOException, UnfitApplicationException {
        if (from == null || Files.isRegularFile(from)) {
            return;
        }
        if (!Files.isDirectory(from)) {
            throw new UnfitApplicationException("there is no " + from);
        }
        try (Stream<Path> files = Files.walk(from)) {
            if (files.noneMatch(file -> file.toString().endsWith(".json"))) {
                throw new UnfitApplicationException("there is no history in " + from + ": no file named .json");
            }
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void requireJava(JavaCommand command) throws UnfitApplicationException {
        try {
            int feature = command.feature();
            if (feature < OLDEST_JAVA) {
                throw new UnfitApplicationException(command.words().get(0) + " is Java " + feature
                        + "; the agent needs " + OLDEST_JAVA + " or later");
            }
        } catch (IOException noJava) {
            throw new UnfitApplicationException(noJava.getMessage());
        }
    }

    private void write(Path file, JavaCommand command) throws IOException {
        Properties plan = new Properties();
        plan.setProperty("application", command.toString());
        set(plan, "from", from == null ? null : from.toAbsolutePath());
        set(plan, "address", address);
        set(plan, "namespace", namespace);
        set(plan, "query", query);
        set(plan, "workflows", workflows.isEmpty() ? null : String.join("\n", workflows));
        set(plan, "save", save == null ? null : Files.createDirectories(save).toAbsolutePath());
        set(plan, "limit", limit);
        set(plan, "parallel", parallel);
        set(plan, "patience", patience);
        set(plan, "quiet", quiet);
        set(plan, "colours", Terminal.isThere() ? "yes" : null);
        set(plan, "json", json == null ? null : json.toAbsolutePath());
        set(plan, "junit", junit == null ? null : junit.toAbsolutePath());
        try (Writer out = Files.newBufferedWriter(file)) {
            plan.store(out, null);
        }
    }

    private static void set(Properties plan, String name, Object value) {
        if (value != null) {
            plan.setProperty(name, value.toString());
        }
    }
}
