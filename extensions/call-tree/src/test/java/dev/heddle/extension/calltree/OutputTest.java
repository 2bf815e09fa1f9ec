package dev.heddle.extension.calltree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.testing.fake.FakeInterceptors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the pages go, in JVMs of their own. */
class OutputTest {
    @TempDir
    Path folder;

    @Test
    void printsWhenItIsClosed() {
        assertThat(run()).contains(": 1 call\n", "client start  Order  ", " ms  ok\n");
    }

    @Test
    void addsToTheFile() throws Exception {
        Path file = folder.resolve("calls.txt");
        assertThat(run("file", file.toString(), "every", "PT1H")).isEmpty();
        assertThat(run("file", file.toString())).isEmpty();
        assertThat(Files.readString(file)).containsSubsequence("client start  Order", "client start  Order");
    }

    /** However long a process runs, there are two files at most. */
    @Test
    void aLargeFileIsPutAside() throws Exception {
        Path file = folder.resolve("calls.txt");
        for (String content : new String[] {"first ", "second "}) {
            Files.writeString(file, content.repeat(200_000));
            run("file", file.toString(), "megabytes", "1");
            assertThat(folder.resolve("calls.txt.1")).content().startsWith(content);
            assertThat(file).content().startsWith("call tree of process ").contains(" until 2");
        }
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("calls.txt.1"));
        assertThat(Files.list(folder)).hasSize(2);
    }

    @Test
    void addsToTheTrace() throws Exception {
        Path trace = folder.resolve("program.trace");
        assertThat(run("trace", trace.toString())).contains("client start  Order  ");
        run("trace", trace.toString());
        assertThat(Trace.read(List.of(trace)))
                .startsWith("call tree of program: 2 calls\n")
                .containsSubsequence("client start  program  Order  ", "client start  program  Order  ");
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureOfTheStart() {
        Map<String, String> settings = Map.of("file", folder.toString());
        assertThatThrownBy(() -> FakeInterceptors.of(new CallTree(), settings)).isInstanceOf(IOException.class);
    }

    private static String run(String... settings) {
        return new ForkedJvm().run(Program.class.getName(), settings).expectSuccess();
    }
}
