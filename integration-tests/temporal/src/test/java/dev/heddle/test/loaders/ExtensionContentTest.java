package dev.heddle.test.loaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.input.ClientOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an extension and the libraries in its JAR learn of that JAR and get out of it. */
class ExtensionContentTest {
    private static final String ODD_NAME = "texts/a b#c%d.txt";

    private static String output;

    /** Prints what it gets. */
    public static final class Reading implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            ClassLoader own = getClass().getClassLoader();
            try {
                System.out.println("stream: " + text(own.getResourceAsStream(ODD_NAME)));
                System.out.println("URL: " + text(own.getResource(ODD_NAME).openStream()));
                System.out.println("versioned stream: " + text(own.getResourceAsStream("versioned.txt")));
                System.out.println("versioned URL: "
                        + text(own.getResource("versioned.txt").openStream()));
                System.out.println("of both: "
                        + Collections.list(own.getResources("META-INF/MANIFEST.MF"))
                                .size());
                System.out.println("of nobody: " + own.getResourceAsStream("nobody.txt"));
                System.out.println("of the application: "
                        + (own.getResourceAsStream("io/temporal/client/WorkflowClient.class") != null));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            System.out.println("version: " + getClass().getPackage().getImplementationVersion());
            System.out.println("location: "
                    + getClass().getProtectionDomain().getCodeSource().getLocation());
        }

        private static String text(InputStream in) throws IOException {
            try (in) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @BeforeAll
    static void run(@TempDir Path folder) {
        Path extension = new ExtensionJarBuilder()
                .provider(Reading.class)
                .attribute("Multi-Release", "true")
                .attribute("Implementation-Version", "3.1")
                .entry("org/slf4j/MDC.class", bytes("a copy"))
                .entry(ODD_NAME, bytes("odd"))
                .entry("versioned.txt", bytes("of Java 8"))
                .entry("META-INF/versions/11/versioned.txt", bytes("of Java 11"))
                .write(folder.resolve("reading.jar"));
        output = ForkedJvm.ofCustomer()
                .agent("extensions=" + extension)
                .run(ClientOptions.class.getName())
                .expectSuccess();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itReadsResourcesOfAnyName() {
        assertThat(output.lines()).contains("stream: odd", "URL: odd");
    }

    @Test
    void itGetsWhatIsForThisJava() {
        assertThat(output.lines()).contains("versioned stream: of Java 11", "versioned URL: of Java 11");
    }

    @Test
    void itsOwnResourcesHideTheApplications() {
        assertThat(output.lines()).contains("of both: 1", "of nobody: null", "of the application: true");
    }

    @Test
    void aCopyOfItsOwnOfWhatItSharesIsTold() {
        assertThat(output.lines())
                .filteredOn(line -> line.contains("WARN heddle"))
                .singleElement()
                .asString()
                .contains(
                        "extension reading 3.1 has its own copy of SLF4J, which the application has too, and so does not "
                                + "see the application's MDC and log; set Heddle-Application-First to org.slf4j. in its manifest (");
    }

    @Test
    void itKnowsItsVersionAndPlace() {
        assertThat(output).contains("version: 3.1").containsPattern("location: file:.*/reading\\.jar");
    }
}
