package dev.heddle.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Other versions of a library than the tests' own, resolved by Maven as it is set up here: one run of the Maven that runs
 * this build, with its settings and its local repository, over a generated project with a module for each class path.
 */
public final class ClassPaths {
    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:"
            + System.getProperty("test.dependency-plugin") + ":build-classpath";

    private final Path folder = Path.of("target", "class-paths").toAbsolutePath();

    private ClassPaths() {}

    /**
     * The class path of each name: what these artifacts, {@code group:artifact:version}, need at run time.
     *
     * @param anew whether to ask for what was published a minute ago
     */
    public static Map<String, String> of(Map<String, List<String>> artifacts, boolean anew) {
        return of(artifacts, "", anew);
    }

    /** The class path of each name: these artifacts and nothing that they need. */
    public static Map<String, String> alone(Map<String, List<String>> artifacts) {
        String all = "<exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>";
        return of(artifacts, "<exclusions>" + all + "</exclusions>", false);
    }

    private static Map<String, String> of(Map<String, List<String>> artifacts, String exclusions, boolean anew) {
        ClassPaths paths = new ClassPaths();
        StringBuilder modules = new StringBuilder();
        for (Map.Entry<String, List<String>> each : artifacts.entrySet()) {
            String dependencies = each.getValue().stream()
                    .map(artifact -> dependency(artifact, exclusions))
                    .collect(Collectors.joining());
            paths.write(each.getKey(), "<dependencies>" + dependencies + "</dependencies>");
            modules.append("<module>../").append(each.getKey()).append("</module>");
        }
        String all = "all-of-" + artifacts.keySet().hashCode();
        paths.write(all, "<modules>" + modules + "</modules>");
        paths.resolve(all, anew);
        return artifacts.keySet().stream().collect(Collectors.toMap(Function.identity(), paths::read));
    }

    private static String dependency(String artifact, String exclusions) {
        String[] parts = artifact.split(":");
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
                .formatted(parts[0], parts[1], parts[2], exclusions);
    }

    private void write(String name, String body) {
        try {
            Path project = Files.createDirectories(folder.resolve(name));
            Files.writeString(
                    project.resolve("pom.xml"),
                    "<project><modelVersion>4.0.0</modelVersion><groupId>versions</groupId><artifactId>" + name
                            + "</artifactId><version>1</version><packaging>pom</packaging>" + body + "</project>");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void resolve(String name, boolean anew) {
        List<String> arguments = new ArrayList<>(List.of(GOAL, "-Dmdep.outputFile=class-path.txt"));
        if (anew) {
            arguments.add("--update-snapshots");
        }
        ThisMaven.Result result = new ThisMaven().run(folder.resolve(name), arguments.toArray(String[]::new));
        if (!result.success()) {
            throw new AssertionError("Maven does not find the libraries:\n" + result.output());
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name).resolve("class-path.txt"))
                    .strip();
        } catch (IOException notResolved) {
            throw new UncheckedIOException(notResolved);
        }
    }
}
