package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workflow that runs when Heddle is attached does from then on is intercepted, by whatever stub it does it. */
class RunningWorkflowTest {
    @Test
    void itsOldStubsAreReached(@TempDir Path folder) {
        Path extension =
                new ExtensionJarBuilder().provider(CallsExtension.class).write(folder.resolve("extensions/calls.jar"));
        List<String> output = ForkedJvm.ofCustomer()
                .run(
                        RunningApplication.class.getName(),
                        Repository.agentJar().toString(),
                        extension.getParent().toString())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(output)
                .contains(
                        "call: client signal",
                        "call: workflow inbound handleSignal",
                        "call: workflow outbound executeActivity",
                        "call: activity inbound execute",
                        "application: hello world, hello world")
                .noneMatch(line -> line.contains("ERROR heddle"));
        assertThat(output.stream().filter("call: activity inbound execute"::equals))
                .as("what was done before stays done")
                .hasSize(1);
    }
}
