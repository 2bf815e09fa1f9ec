package dev.heddle.test.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that fails for what an extension has put in the place of its arguments: one line says whose fault it is. */
class SpoiledTest {
    private static final String NOT_CONVERTED = "io.temporal.common.converter.DataConverterException";
    private static final String NOT_TAKEN = "java.lang.ClassCastException";

    @TempDir
    Path folder;

    private static String line(String operation, String failure) {
        return "extension spoiling has replaced what " + operation + " is called with, and that fails: " + failure;
    }

    @Test
    void theExtensionIsNamedOnce() {
        Path jar = new ExtensionJarBuilder().provider(Spoiling.class).write(folder.resolve("spoiling.jar"));
        String output = new ForkedJvm()
                .agent("extensions=" + jar)
                .run(Spoiled.class.getName())
                .expectSuccess();
        List<String> failed = List.of(
                "start",
                "signal",
                "query",
                "query that arrives",
                "local activity",
                "activity that is asked for",
                "Nexus operation",
                "activity");
        assertThat(failed).allSatisfy(what -> assertThat(output).contains("application: " + what + " failed"));
        assertThat(output)
                .contains("application: other query went well")
                .containsOnlyOnce(line("client start", NOT_CONVERTED))
                .containsOnlyOnce(line("client query", NOT_CONVERTED))
                .containsOnlyOnce(line("client signal", NOT_CONVERTED))
                .containsOnlyOnce(line("workflow outbound executeActivity", NOT_CONVERTED))
                .containsOnlyOnce(line("workflow outbound executeLocalActivity", NOT_CONVERTED))
                .containsOnlyOnce(line("workflow outbound executeNexusOperation", NOT_CONVERTED))
                .containsOnlyOnce(line("workflow inbound handleQuery", NOT_TAKEN))
                .containsOnlyOnce(line("activity inbound execute", NOT_TAKEN));
    }
}
