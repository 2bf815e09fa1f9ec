package dev.heddle.test.loaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several applications in one JVM, which come and go. */
class ContainerTest {
    @TempDir
    Path folder;

    /** Counts itself and the calls that it sees in statics, which each application has of its own. */
    public static final class Counting implements Extension {
        private static int instances;
        private static int starts;

        @Override
        public void register(Interceptors interceptors, Settings settings) {
            System.out.println("extension: instance " + ++instances);
            interceptors.client(
                    call -> {
                        System.out.println("extension: start " + ++starts);
                        return call.proceed();
                    },
                    "start");
            interceptors.all(call -> call.proceed());
        }
    }

    @BeforeEach
    void writeExtension() {
        new ExtensionJarBuilder().provider(Counting.class).write(folder.resolve("counting.jar"));
    }

    @Test
    void eachApplicationHasItsOwnExtensionAndIsCollected() {
        assertServed(ForkedJvm.ofCustomer());
    }

    @Test
    void alsoOnTheNewestJava() {
        Optional<Path> newest = Jdk.home(25);
        assumeThat(newest).as("a Java 25 beside this one").isPresent();
        assertServed(ForkedJvm.ofCustomer().java(newest.get()));
    }

    private void assertServed(ForkedJvm jvm) {
        String output =
                jvm.agent("extensions=" + folder).run(Container.class.getName()).expectSuccess();
        assertThat(output.lines().filter(line -> line.matches("(extension|application|container): .*")))
                .containsExactly(
                        "extension: instance 1",
                        "extension: start 1",
                        "application: hello world",
                        "extension: instance 1",
                        "extension: start 1",
                        "application: hello world",
                        "container: all applications are collected");
        assertThat(output).doesNotContain("WARN heddle", "ERROR heddle");
        assertThat(output.lines()).noneMatch(line -> line.contains("WARNING") && line.contains("dev.heddle"));
    }

    @Test
    void aLoaderThatHidesHeddleIsSaidOnce() {
        String output = ForkedJvm.ofCustomer()
                .agent("extensions=" + folder)
                .run(Container.class.getName(), "dev.heddle.")
                .expectSuccess();
        assertThat(output)
                .contains("application: hello world", "container: all applications are collected")
                .doesNotContain("extension: ");
        assertThat(output.lines().filter(line -> line.contains("heddle - ")))
                .hasSize(2)
                .allMatch(line -> line.contains(
                                "ERROR heddle - nothing is intercepted in the application that loads " + "io.temporal.")
                        && line.endsWith(
                                "that class loader hides the package dev.heddle; let it delegate that package to "
                                        + "the system class loader"));
    }
}
