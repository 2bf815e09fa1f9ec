package dev.heddle.test.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.test.cost.Passing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the first client and the first worker cost under one extension that intercepts everything, as far as that is the
 * same on every machine: the classes that the agent adds. Each limit leaves a little air above what there is.
 */
class FirstWorkerTest {
    private static List<String> loaded;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Path extension = new ExtensionJarBuilder().provider(Passing.class).write(folder.resolve("passing.jar"));
        Path log = folder.resolve("classes");
        String output = ForkedJvm.ofCustomer()
                .agent("extensions=" + extension)
                .option("-Xlog:class+load:file=" + log + ":none")
                .run(FirstWorker.class.getName())
                .expectSuccess();
        assertThat(output).contains("application: worker made").doesNotContain("ERROR heddle", "WARN heddle");
        loaded = Files.readAllLines(log).stream()
                .map(line -> line.split(" ")[0])
                .filter(name -> name.matches("(dev\\.heddle\\.(agent|api)|net\\.bytebuddy|org\\.slf4j\\.simple)\\..*"))
                // The JVM names a class of the API again where it was to be defined after one that builds upon it.
                .distinct()
                .toList();
    }

    /** The whole API is among them. */
    @Test
    void theAgentsOwnClassesAreFew() {
        assertThat(loaded.stream().filter(name -> !isLambda(name) && !isGenerated(name)))
                .hasSizeBetween(100, 332);
    }

    /** One for each kind of adapter, and one for the accessors of sixteen classes that are made at a time. */
    @Test
    void generatedClassesAreFew() {
        assertThat(loaded.stream().filter(FirstWorkerTest::isGenerated)).hasSizeBetween(3, 20);
    }

    /**
     * The JVM generates one for each lambda and method reference that is run for the first time. Another is the hidden class
     * that runs a workflow's code in its scopes.
     */
    @Test
    void lambdasAreFew() {
        assertThat(loaded.stream().filter(FirstWorkerTest::isLambda)).hasSizeLessThan(9);
    }

    /** The JVM generates classes for each joined string that is not compiled into the method: twenty for a long one. */
    @Test
    void noStringIsJoinedByGeneratedCode() throws IOException {
        List<String> joining = new ArrayList<>();
        try (JarFile agent = new JarFile(Repository.agentJar().toFile())) {
            for (JarEntry entry : Collections.list(agent.entries())) {
                byte[] content = agent.getInputStream(entry).readAllBytes();
                if (entry.getName().contains("dev/heddle/")
                        && new String(content, StandardCharsets.ISO_8859_1).contains("makeConcatWithConstants")) {
                    joining.add(entry.getName());
                }
            }
        }
        assertThat(joining).isEmpty();
    }

    private static boolean isLambda(String name) {
        return name.contains("$$Lambda") || name.contains("/0x");
    }

    private static boolean isGenerated(String name) {
        return name.matches(".*\\.(Adapter\\$[A-Z_]+|GeneratedAccessors\\$Code\\$\\d+)");
    }
}
