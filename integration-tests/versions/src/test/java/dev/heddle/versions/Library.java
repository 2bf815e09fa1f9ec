package dev.heddle.versions;

import dev.heddle.harness.ClassPaths;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A library of which the matrix runs several versions, as {@code versions.txt} names it. */
enum Library {
    TEMPORAL("temporal-sdk", "io.temporal:temporal-sdk"),
    GRPC("grpc-java", "io.grpc:grpc-core", "io.grpc:grpc-stub", "io.grpc:grpc-netty");

    /** What Maven calls the newest release of whatever it is asked for. */
    static final String NEWEST = "RELEASE";

    /** Every version can log with it. */
    private static final List<String> LOGGING = List.of("org.slf4j:slf4j-api:1.7.36", "org.slf4j:slf4j-simple:1.7.36");

    private static final String RUN = System.getProperty("test.versions");

    /** Whether the newest releases run, listed or not, and none else. */
    static final boolean RUN_NEWEST = RUN.equals("newest");

    /** Whether the whole matrix runs, or else a few of it. */
    static final boolean MATRIX = !RUN.equals("marked");

    private final String title;
    private final List<String> artifacts;

    Library(String title, String... artifacts) {
        this.title = title;
        this.artifacts = List.of(artifacts);
    }

    static Library of(String title) {
        return Stream.of(values())
                .filter(library -> library.title.equals(title))
                .findFirst()
                .orElseThrow();
    }

    String title() {
        return title;
    }

    /** The name of the JAR that tells the version. */
    String firstArtifact() {
        return artifacts.get(0).split(":")[1];
    }

    /** All versions of the file, in its order. */
    List<String> versions() {
        return lines().map(words -> words[1]).toList();
    }

    /** Those that run now: the few that are marked, all, or some by name. */
    List<String> versionsToRun() {
        List<String> named = List.of(RUN.split(","));
        return lines().filter(words -> switch (RUN) {
                    case "marked" -> words.length == 3;
                    case "all" -> true;
                    default -> named.contains(words[0] + ':' + words[1]);
                })
                .map(words -> words[1])
                .toList();
    }

    /** Whether {@code mvn verify} runs a version too: the lowest, a middle and the newest. */
    boolean isMarked(String version) {
        return lines().anyMatch(words -> words.length == 3 && words[1].equals(version));
    }

    /** The last version of the file. */
    String last() {
        return versions().get(versions().size() - 1);
    }

    /** Whether a version is another one or a later, by the order of the file. */
    boolean isFrom(String first, String version) {
        return versions().indexOf(version) >= versions().indexOf(first);
    }

    /** What an application depends on, as {@code group:artifact:version}. */
    Stream<String> dependencies(String version) {
        Stream<String> own = artifacts.stream().map(artifact -> artifact + ':' + version);
        // The transport in the same process has an artifact of its own from 1.58 on.
        boolean apart = this == GRPC && (version.equals(NEWEST) || isFrom("1.58.0", version));
        return apart ? Stream.concat(own, Stream.of("io.grpc:grpc-inprocess:" + version)) : own;
    }

    /** The class path of each of these versions. */
    Map<String, String> classPaths(List<String> ofVersions) {
        Map<String, List<String>> artifacts = new LinkedHashMap<>();
        for (String version : ofVersions) {
            artifacts.put(
                    title + '-' + version,
                    Stream.concat(dependencies(version), LOGGING.stream()).toList());
        }
        Map<String, String> resolved = ClassPaths.of(artifacts, ofVersions.contains(NEWEST));
        Map<String, String> byVersion = new HashMap<>();
        ofVersions.forEach(version -> byVersion.put(version, resolved.get(title + '-' + version)));
        return byVersion;
    }

    private Stream<String[]> lines() {
        try {
            return Files.readAllLines(Repository.file("integration-tests/versions/versions.txt")).stream()
                    .map(line -> line.split(" "))
                    .filter(words -> words[0].equals(title));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
