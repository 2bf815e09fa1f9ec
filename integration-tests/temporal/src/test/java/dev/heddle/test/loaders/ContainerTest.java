package dev.heddle.test.loaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.test.CustomerApplication;
import dev.heddle.test.ExtensionJarBuilder;
import dev.heddle.test.ForkedJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
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
        assertServed(CustomerApplication.fork());
    }

    @Test
    void alsoOnTheNewestJava() {
        assumeThat(newestJava()).as("a Java 25 beside this one").isNotNull();
        assertServed(CustomerApplication.fork().java(newestJava().toPath()));
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
        String output = CustomerApplication.fork()
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

    /** A Java 25 in the folder where this Java is, or {@code null}. */
    private static File newestJava() {
        File[] homes = new File(System.getProperty("java.home")).getParentFile().listFiles();
        return Stream.of(homes)
                .filter(home -> home.getName().contains("25") && new File(home, "bin/java").canExecute())
                .findFirst()
                .orElse(null);
    }
}
