package dev.heddle.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What applications are told of {@code response()} is what is expected here. */
class ExpectedTest {
    @Test
    void theDocsSayTheSame() throws IOException {
        Path docs = Path.of(System.getProperty("test.repository", "../.."), "agent-api/GRPC.md");
        List<String> rows = Files.readAllLines(docs).stream()
                .dropWhile(line -> !line.startsWith("## What putting off and holding imply"))
                .dropWhile(line -> !line.startsWith("| `response()` |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(line.indexOf('|', 1)))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.of(Expected.values()).map(Expected::row).toList());
    }
}
