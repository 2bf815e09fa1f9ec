package dev.heddle.test.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.test.OneActivity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README and the pages that it leads to tell the truth. */
class ReadmeTest {
    private static final String README = Pages.read(Repository.file("README.md"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

    @TempDir
    Path folder;

    @Test
    void theOperationsAreThoseOfTheSdk() {
        List<String> rows = OperationTable.rows().entrySet().stream()
                .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |")
                .toList();
        assertThat(Pages.read(Repository.file("agent-api/README.md")).lines()).containsAll(rows);
    }

    @Test
    void theFirstExtensionRunsAsDescribed() throws IOException {
        Files.createDirectory(folder.resolve("hello"));
        Files.writeString(
                folder.resolve("hello/Hello.java"), Pages.blocks(README, "java").get(0));
        Path api = Repository.file("agent-api/target/heddle-agent-api.jar");
        List<String> commands = Pages.blocks(README, "sh").stream()
                .filter(block -> block.startsWith("javac"))
                .flatMap(block -> block.lines())
                .toList();
        assertThat(commands).hasSize(4);
        tool("javac", commands.get(0).replace("agent-api/target/heddle-agent-api.jar", api.toString()));
        Files.createDirectories(folder.resolve("hello/classes/META-INF/services"));
        Files.createDirectories(folder.resolve("extensions-of-mine"));
        Files.writeString(folder.resolve("hello/classes/META-INF/services/dev.heddle.api.Extension"), "Hello\n");
        tool("jar", commands.get(3));

        String output = new ForkedJvm()
                .agent("extensions=" + folder.resolve("extensions-of-mine"))
                .option("-Dheddle.extension.hello.greeting=salut")
                .run(OneActivity.class.getName())
                .expectSuccess();
        assertThat(output)
                .contains("INFO heddle - extension hello intercepts activity inbound")
                .contains("salut Greet of readme");
    }

    /** Runs a tool of the JDK as the README's command does, with this test's folder as the working one. */
    private void tool(String name, String command) {
        String[] words = Stream.of(command.split(" "))
                .skip(1)
                .map(word -> word.matches("hello.*|extensions-of-mine.*")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        int exit = java.util.spi.ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, words);
        assertThat(exit).as(command).isZero();
    }

    @Test
    void everyExampleCompiles() throws IOException {
        List<String> examples = Pages.all().stream()
                .flatMap(page -> Pages.blocks(Pages.read(page), "java").stream())
                .toList();
        assertThat(examples).hasSizeGreaterThan(3);
        for (String example : examples) {
            Matcher name = Pattern.compile("public final class (\\w+)").matcher(example);
            assertThat(name.find()).isTrue();
            Path source = folder.resolve(name.group(1) + ".java");
            Files.writeString(
                    source,
                    example.startsWith("import")
                            ? example
                            : "import static dev.heddle.api.Selector.*;\nimport dev.heddle.api.*;\n" + example);
            // Some examples are about earlier ones.
            String classPath = System.getProperty("java.class.path") + File.pathSeparator + folder;
            int exit = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
            assertThat(exit).as(example).isZero();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Path page : Pages.all()) {
            assertThat(LINK.matcher(Pages.read(page)).results().map(link -> link.group(1)))
                    .as(page.toString())
                    .filteredOn(link -> !link.contains("://"))
                    .allMatch(link -> Files.exists(page.resolveSibling(link)));
        }
    }
}
