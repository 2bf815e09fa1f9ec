package dev.heddle.extension.grpcauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.fake.FakeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    private final FakeSettings settings = new FakeSettings("grpc-auth", Map.of());
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("token");
    }

    private void write(String text, String permissions) throws IOException {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private TokenFile open() {
        return new TokenFile(path, Duration.ofSeconds(1), clock::get, new Notices(settings, "server", "all"));
    }

    private static List<String> texts(Tokens tokens) {
        return tokens.now().stream().map(String::new).toList();
    }

    @Test
    void looksAgainWhenItIsTime() throws IOException {
        write("one", "rw-------");
        FileTime time = Files.getLastModifiedTime(path);
        TokenFile file = open();
        write("two", "rw-------");
        Files.setLastModifiedTime(path, time);
        clock.addAndGet(999_999_999);
        assertThat(texts(file)).containsExactly("one");
        clock.addAndGet(1);
        assertThat(texts(file)).containsExactly("two");
        write("six", "rw-------");
        assertThat(texts(file)).containsExactly("two");
    }

    @Test
    void closesAndOpensAgain() throws IOException {
        TokenFile file = open();
        assertThat(file.now()).isEmpty();
        for (String permissions : List.of("rw-------", "rw----r--", "rw-r-----", "rw-----w-")) {
            write("one", permissions);
            clock.addAndGet(1_000_000_000);
            assertThat(file.now().isEmpty()).isEqualTo(permissions.charAt(7) != '-' || permissions.charAt(6) != '-');
        }
        Files.delete(path);
        clock.addAndGet(1_000_000_000);
        assertThat(file.now()).isEmpty();
    }

    @Test
    void linesAreStripped() throws IOException {
        write("\r\n one \r\n\r\ntwo words", "r--------");
        assertThat(texts(open())).containsExactly("one", "two words");
    }

    @Test
    void aLineThatBeginsSoIsAComment() throws IOException {
        write("# the new one\none\n#two\n #three", "rw-------");
        assertThat(texts(open())).containsExactly("one", "#three");
    }

    @Test
    void tokensThatCanBeGuessedGetALineWhenThereAreMore() throws IOException {
        write("one\n" + "long".repeat(4), "rw-------");
        TokenFile file = open();
        for (String text : List.of("one", "one\ntwo", "one\ntwo")) {
            write(text, "rw-------");
            clock.addAndGet(1_000_000_000);
            file.now();
        }
        assertThat(settings.log())
                .hasSize(2)
                .first()
                .asString()
                .contains("server: the token file " + path + " has 1 token of fewer than 16 characters");
        assertThat(settings.log().get(1)).contains("has 2 tokens");
    }

    @Test
    void followsLinksAsOrchestratorsMakeThem() throws IOException {
        write("one", "r--r-----");
        path = Files.createSymbolicLink(folder.resolve("link"), path);
        assertThat(texts(open())).containsExactly("one");
    }

    @Test
    void unfitFiles() throws IOException {
        write("x".repeat(70_000), "rw-------");
        assertThat(open().now()).isEmpty();
        write("one\u0007", "rw-------");
        assertThat(open().now()).isEmpty();
        path = folder;
        assertThat(open().now()).isEmpty();
    }
}
