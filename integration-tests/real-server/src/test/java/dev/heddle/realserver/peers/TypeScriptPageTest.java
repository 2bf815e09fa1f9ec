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
    private static final Pattern BLOCK = Pattern.compile("```(ts|)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsRun() throws IOException {
        String page = Files.readString(Repository.file("extensions/TYPESCRIPT.md"));
        String run = sources();
        List<String> lines = BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals("ts") || block.group(2).startsWith("heddle."))
                .flatMap(block -> block.group(2).lines())
                .map(line -> line.replaceFirst("^heddle\\.extension\\.context-propagation\\.keys=(.*)", "java(\"$1\")"))
                .map(String::strip)
                .toList();
        assertThat(lines)
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(run).contains(line));
    }

    private static String sources() throws IOException {
        Path tests = Repository.file("integration-tests/real-server/src/test");
        try (Stream<Path> files = Stream.concat(
                Files.list(tests.resolve("typescript")),
                Stream.of(tests.resolve("java/dev/heddle/realserver/peers/UserContextTest.java")))) {
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
