package dev.heddle.test.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads that race to the first client find one agent, which assembles once. */
class ClientsAtOnceTest {
    @TempDir
    Path folder;

    @Test
    void eachOfTheFirstClientsIsIntercepted() {
        Path extension =
                new ExtensionJarBuilder().provider(HeadersEverywhere.class).write(folder.resolve("headers.jar"));
        String output = ForkedJvm.ofCustomer()
                .agent("extensions=" + extension)
                .run(ClientsAtOnce.class.getName())
                .expectSuccess();
        assertThat(output.lines().filter(line -> line.startsWith("adapters: ")))
                .as(output)
                .containsExactlyElementsOf(Collections.nCopies(8, "adapters: 1"));
    }
}
