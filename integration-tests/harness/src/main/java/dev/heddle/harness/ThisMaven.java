package dev.heddle.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Maven that runs this build, with whatever it was told: its settings, its local repository, offline or not. */
public final class ThisMaven {
    private final Map<String, String> told = Stream.of(
                    System.getProperty("test.maven").strip().split("\n"))
            .map(line -> line.strip().split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    private String java = System.getProperty("java.home");

    /** On another JDK than the test's. */
    public ThisMaven java(Path home) {
        java = home.toString();
        return this;
    }

    /** What it printed, and whether all went well. */
    public record Result(boolean success, String output) {}

    /** Its local repository. */
    public Path repository() {
        return Path.of(told.get("repository"));
    }

    /** Runs it over another project. */
    public Result run(Path project, String... arguments) {
        return run(project, repository(), arguments);
    }

    /** Runs it over another project, with another local repository. */
    public Result run(Path project, Path repository, String... arguments) {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        command.add(
                Path.of(told.get("home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
        command.addAll(List.of("--batch-mode", "--quiet", "--file", project.toString()));
        command.add("-Dmaven.repo.local=" + repository);
        addFile(command, "--settings", told.get("settings"));
        addFile(command, "--global-settings", told.get("global-settings"));
        if (told.get("offline").equals("true")) {
            command.add("--offline");
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor() == 0, output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private static void addFile(List<String> command, String option, String file) {
        if (Files.exists(Path.of(file))) {
            command.addAll(List.of(option, file));
        }
    }
}
