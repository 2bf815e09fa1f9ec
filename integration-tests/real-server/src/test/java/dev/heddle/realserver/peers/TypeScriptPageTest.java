package dev.heddle.realserver.peers;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page shows is what the tests run. */
class TypeScriptPageTest {
    private static final Pattern BLOCK = Pattern.compile("```(?:ts)?\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsRun() throws IOException {
        String page = Files.readString(Repository.file("extensions/TYPESCRIPT.md"));
        String run = sources();
        List<String> shown = BLOCK.matcher(page)
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(TypeScriptPageTest::asRun)
                .toList();
        assertThat(shown)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(run).contains(line));
    }

    /** A setting as the test gives it, a span without who has sent it. */
    private static String asRun(String line) {
        return line.strip()
                .replaceFirst("^heddle\\.extension\\.context-propagation\\.keys=(.*)", "java(\"$1\")")
                .replaceFirst("^(\\S+) {2,}\\S.*", "$1");
    }

    private static String sources() throws IOException {
        Path tests = Repository.file("integration-tests/real-server/src/test");
        try (Stream<Path> files = Stream.concat(
                Files.list(tests.resolve("typescript")),
                Stream.of("UserContextTest.java", "TypeScriptTracingTest.java")
                        .map(tests.resolve("java/dev/heddle/realserver/peers")::resolve))) {
            return files.map(TypeScriptPageTest::read).collect(joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
