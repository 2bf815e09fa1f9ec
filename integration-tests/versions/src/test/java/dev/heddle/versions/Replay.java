package dev.heddle.versions;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code replay} with an application of {@code sample.replay} and one version of the SDK. */
final class Replay {
    private final String classPath;
    private final List<String> options = new ArrayList<>();
    private final List<String> java = new ArrayList<>();

    Replay(String classPath) {
        this.classPath = Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + classPath;
    }

    /** Of the command. */
    Replay options(Object... words) {
        for (Object word : words) {
            options.add(word.toString());
        }
        return this;
    }

    /** Of the application's JVM. */
    Replay java(String... words) {
        java.addAll(List.of(words));
        return this;
    }

    ForkedJvm.Result run(String application, String... arguments) {
        List<String> words = new ArrayList<>(List.of("replay"));
        words.addAll(options);
        words.addAll(List.of(
                "--", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(java);
        words.addAll(List.of("-cp", classPath, application));
        words.addAll(List.of(arguments));
        return new ForkedJvm()
                // A busy machine lets a workflow wait, which is none of its doing.
                .environment("TEMPORAL_DEBUG", "true")
                .runJar(Repository.agentJar(), words.toArray(new String[0]));
    }
}
