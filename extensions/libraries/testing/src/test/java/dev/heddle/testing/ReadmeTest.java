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
                + Files.readString(Path.of("README.md"));
        Matcher block = Pattern.compile(
                        "```java\n((?:(?!```).)*public final class " + className + " .*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find()).as(className).isTrue();
        return block.group(1);
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
                        write(extension, "import static dev.heddle.api.Selector.*;\nimport dev.heddle.api.*;\n")
                                .toString(),
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
