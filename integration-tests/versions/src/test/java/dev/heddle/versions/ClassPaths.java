package dev.heddle.versions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class paths of the versions, resolved by Maven as it is set up here: one run of the Maven that runs this build, with
 * its settings and its local repository, over a generated project with a module for each version.
 */
final class ClassPaths {
    /** Every version can log with it. */
    private static final List<String> LOGGING = List.of("org.slf4j:slf4j-api:1.7.36", "org.slf4j:slf4j-simple:1.7.36");

    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:"
            + System.getProperty("test.dependency-plugin") + ":build-classpath";

    private final Path folder = Path.of("target", "class-paths").toAbsolutePath();
    private final Map<String, String> maven = Stream.of(
                    System.getProperty("test.maven").strip().split("\n"))
            .map(line -> line.strip().split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    private ClassPaths() {}

    /** The class path of each of these versions. */
    static Map<String, String> of(Library library, List<String> versions) throws IOException, InterruptedException {
        ClassPaths paths = new ClassPaths();
        for (String version : versions) {
            String dependencies = Stream.concat(library.dependencies(version), LOGGING.stream())
                    .map(ClassPaths::dependency)
                    .collect(Collectors.joining());
            paths.write(name(library, version), "<dependencies>" + dependencies + "</dependencies>");
        }
        String modules = versions.stream()
                .map(version -> "<module>" + name(library, version) + "</module>")
                .collect(Collectors.joining());
        String all = versions.equals(List.of(Library.NEWEST)) ? name(library, "of-" + Library.NEWEST) : library.title();
        paths.write(all, "<modules>" + modules.replace("<module>", "<module>../") + "</modules>");
        paths.resolve(all);
        return versions.stream()
                .collect(Collectors.toMap(Function.identity(), version -> paths.read(name(library, version))));
    }

    private static String name(Library library, String version) {
        return library.title() + '-' + version;
    }

    private static String dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted((Object[]) parts);
    }

    private void write(String name, String body) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                project.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>versions</groupId><artifactId>" + name
                        + "</artifactId><version>1</version><packaging>pom</packaging>" + body + "</project>");
    }

    private void resolve(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        command.add(
                Path.of(maven.get("home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
        command.addAll(List.of(
                "--batch-mode", "--quiet", "--file", folder.resolve(name).toString()));
        command.add("-Dmaven.repo.local=" + maven.get("repository"));
        addFile(command, "--settings", maven.get("settings"));
        addFile(command, "--global-settings", maven.get("global-settings"));
        if (maven.get("offline").equals("true")) {
            command.add("--offline");
        }
        // Who asks for the newest wants to know of what was published a minute ago.
        if (name.endsWith(Library.NEWEST)) {
            command.add("--update-snapshots");
        }
        command.addAll(List.of(GOAL, "-Dmdep.outputFile=class-path.txt"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("Maven does not find the libraries:\n" + output);
        }
    }

    private static void addFile(List<String> command, String option, String file) {
        if (Files.exists(Path.of(file))) {
            command.addAll(List.of(option, file));
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name).resolve("class-path.txt"))
                    .strip();
        } catch (IOException notResolved) {
            throw new java.io.UncheckedIOException(notResolved);
        }
    }
}
