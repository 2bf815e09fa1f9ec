package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** With the newest libraries and with others. */
    @ParameterizedTest
    @ValueSource(strings = {"", "old", "shaded"})
    void whereAnExtensionIsRequiredSuchALoadersApplicationMakesNothing(String sdk) {
        List<Path> jars = sdk.isEmpty() ? Greetings.jars() : Greetings.jarsWithSdk(sdk);
        ForkedJvm.Result result =
                requiring("recording", Java.OF_THE_TESTS.jvm(), Loading.ISOLATED, Greetings.pathOf(jars));
        String output = result.output();
        assertThat(result.exitCode()).as(output).isEqualTo(1);
        String line =
                "that class loader hides the package dev.heddle; heddle.required names recording, so that no client, "
                        + "worker, channel or server is made; let it delegate";
        assertThat(output.lines())
                .doesNotContain(Greetings.GREETED)
                .noneMatch(each -> each.contains("VerifyError"))
                .anyMatch(each -> each.contains("java.lang.IllegalStateException: nothing is intercepted in the ")
                        && each.contains(line));
        assertThat(output.lines().filter(each -> each.contains(" heddle - ")))
                .singleElement()
                .asString()
                .contains("ERROR heddle - ", line);
    }

    private String run(Java java, Loading loading, String... classPaths) {
        return requiring("", java.jvm(), loading, classPaths).expectSuccess();
    }

    private ForkedJvm.Result requiring(String required, ForkedJvm jvm, Loading loading, String... classPaths) {
        String[] arguments =
                Stream.concat(Stream.of(loading.name()), Stream.of(classPaths)).toArray(String[]::new);
        return jvm.classPath(Greetings.containerPath())
                .agent(Greetings.recordingIn(folder) + (required.isEmpty() ? "" : ",required=" + required))
                .run(Container.class.getName(), arguments);
    }
}
