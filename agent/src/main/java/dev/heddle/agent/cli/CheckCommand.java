package dev.heddle.agent.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: what Heddle would do in an application, said without running that. */
@Command(
        name = "check",
        description = {
            "What Heddle would do in an application that does not run: which libraries and operations",
            "there are, which extensions would be in force, what is wrong. None of the application's",
            "code runs; extensions register, as they do when it starts. The exit code is 0 where no",
            "problem is found, 1 where one is, 2 where there is nothing to be checked."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "APPLICATION",
            description = "a JAR, of Spring Boot or with all its libraries in it, a WAR, or either unpacked")
    private Path application;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            description = "or its class path, as java has it")
    private String classPath;

    @Option(
            names = {"-p", "--module-path"},
            paramLabel = "PATH",
            description = "or its module path")
    private String modulePath;

    @Option(
            names = {"-m", "--module"},
            paramLabel = "MODULE",
            description = "of that the module to start with; without it all")
    private String module;

    @Option(names = "--extensions", paramLabel = "PLACES", description = "as heddle.extensions")
    private String extensions;

    @Option(names = "-D", paramLabel = "KEY=VALUE", description = "a system property that the application gets")
    private final Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--operations", description = "a line for each operation")
    private boolean operations;

    @Option(names = "--json", description = "one line of JSON, with all operations")
    private boolean json;

    @Option(names = "--help", usageHelp = true, description = "show this")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException, UnfitApplicationException {
        if ((application == null) == (classPath == null && modulePath == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Name the application, or its class path with -cp, or its module path with -p");
        }
        Path workspace = Workspace.make();
        Packaging packaging = application == null
                ? JavaPaths.of(classPath, modulePath, module)
                : new ApplicationFile(application, workspace).packaging();
        return new RehearsalJvm(packaging, workspace).run(extensions, properties, form());
    }

    private String form() {
        List<String> words = new ArrayList<>(List.of(json ? "json" : "text"));
        if (operations) {
            words.add("operations");
        }
        if (Terminal.isThere()) {
            words.add("colours");
        }
        return String.join(",", words);
    }
}
