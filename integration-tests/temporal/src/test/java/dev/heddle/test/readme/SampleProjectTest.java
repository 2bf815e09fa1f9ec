package dev.heddle.test.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.harness.ThisMaven;
import dev.heddle.test.replay.RecordHistories;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who copies the page's project has an extension; that its versions are this build's is held beside the kit. */
class SampleProjectTest {
    private static final String PAGE = Pages.read(Repository.file("extensions/README.md"));

    @TempDir
    Path folder;

    @Test
    void itIsBuiltAndItsExtensionRunsInAWorker() throws Exception {
        SampleProject project = new SampleProject(folder, PAGE);
        ThisMaven.Result result = project.build();
        assumeFalse(
                !result.success() && result.output().contains("in offline mode"),
                "Maven is offline, and its local repository lacks a part of the sample project");
        assertThat(result.output()).as(result.output()).doesNotContain("ERROR");
        assertThat(result.success()).as(result.output()).isTrue();
        String output = new ForkedJvm()
                .agent("extensions=" + project.jar())
                .run(
                        RecordHistories.class.getName(),
                        Files.createDirectory(folder.resolve("histories")).toString())
                .expectSuccess();
        assertThat(output)
                .contains(
                        "INFO heddle - extension tenant 1.0.0 intercepts workflow inbound (execute), workflow outbound")
                .contains("INFO heddle - extension tenant: order-1001 is of null");
    }
}
