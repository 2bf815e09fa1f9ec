package dev.heddle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The README's examples of tests pass. */
class ReadmeTest {
    @TempDir
    Path folder;

    private static String example(String className) throws IOException {
        String readme = Files.readString(Path.of("../../../agent-api/README.md"))
                + Files.readString(Path.of("../../../agent-api/GRPC.md"))
                + Files.readString(Path.of("../../README.md"))
                + Files.readString(Path.of("README.md"));
        Matcher block = Pattern.compile(
                        "```java\n((?:(?!```).)*public final class " + className + " .*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find()).as(className).isTrue();
        return block.group(1);
    }

    /** Some examples leave these to the reader. */
    private static String imports(String className) throws IOException {
        return example(className).startsWith("import")
                ? ""
                : "import static dev.heddle.api.Selector.*;\nimport dev.heddle.api.*;\n";
    }

    private Path write(String className, String imports) throws IOException {
        return Files.writeString(folder.resolve(className + ".java"), imports + example(className));
    }

    @Test
    void theTemporalExampleRuns() throws Exception {
        assertThat(successes("Policy", "PolicyTest")).isEqualTo(2);
    }

    @Test
    void theGrpcExampleRuns() throws Exception {
        assertThat(successes("Desk", "DeskTest")).isEqualTo(1);
    }

    @Test
    void aValueIsHandedFromInboundToOutbound() throws Exception {
        assertThat(successes("Tenant", "TenantTest")).isEqualTo(1);
    }

    @Test
    void theRetryIsRight() throws Exception {
        assertThat(successes("Retry", "RetryTest")).isEqualTo(1);
    }

    /** What an author copies is what this build has. */
    @Test
    void theSampleProjectNamesTheseVersions() throws IOException {
        String parent = Files.readString(Path.of("../../../pom.xml"));
        String sample = Files.readString(Path.of("../../README.md"));
        Matcher named = Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s+<version>([^<$]+)</version>")
                .matcher(sample.substring(sample.indexOf("<dependencies>")));
        int checked = 0;
        while (named.find()) {
            checked++;
            String version = named.group(2);
            assertThat(parent)
                    .as(named.group(1))
                    .containsPattern("<(version|[\\w.-]*version)>" + Pattern.quote(version) + "</");
        }
        assertThat(checked).isEqualTo(9);
    }

    private long successes(String extension, String test) throws Exception {
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        write(extension, imports(extension)).toString(),
                        write(test, "").toString());
        assertThat(exit).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass(test)))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.failed(0))
                    .succeeded()
                    .count();
        }
    }
}
