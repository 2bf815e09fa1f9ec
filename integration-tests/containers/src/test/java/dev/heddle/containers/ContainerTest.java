package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several applications in one JVM, which come and go, each with its own copy of the libraries. */
class ContainerTest {
    private static final String COLLECTED = "container: all applications are collected";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void eachOfTwoSdkVersionsHasItsOwnChain(Java java) {
        String output = run(
                java,
                Loading.PARENT_FIRST,
                Greetings.pathOf(Greetings.jarsWithSdk("old")),
                Greetings.pathOf(Greetings.jars()));
        Greetings.assertIntercepted(output, "1.24.3", 1);
        Greetings.assertIntercepted(output, "1.39.0", 1);
        assertThat(output.lines()).contains(COLLECTED);
    }

    @Test
    void aLoaderThatLooksIntoItsOwnJarsFirst() {
        String output = run(Java.OF_THE_TESTS, Loading.CHILD_FIRST, Greetings.pathOf(Greetings.jars()));
        Greetings.assertIntercepted(output, "1.39.0", 1);
        assertThat(output.lines()).contains(COLLECTED);
    }

    @Test
    void ofALoaderThatCannotSeeTheApiOneLineTells() {
        String output = run(Java.OF_THE_TESTS, Loading.ISOLATED, Greetings.pathOf(Greetings.jars()));
        assertThat(output.lines())
                .contains(Greetings.GREETED, COLLECTED)
                .noneMatch(line -> line.startsWith("extension"));
        assertThat(output.lines().filter(line -> line.contains("heddle - ")))
                .singleElement()
                .asString()
                .contains("ERROR heddle - nothing is intercepted in the application that loads io.")
                .endsWith("that class loader hides the package dev.heddle; let it delegate that package to the system "
                        + "class loader");
    }

    private String run(Java java, Loading loading, String... classPaths) {
        String[] arguments =
                Stream.concat(Stream.of(loading.name()), Stream.of(classPaths)).toArray(String[]::new);
        return java.jvm()
                .classPath(Greetings.containerPath())
                .agent(Greetings.recordingIn(folder))
                .run(Container.class.getName(), arguments)
                .expectSuccess();
    }
}
