package dev.heddle.test.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.harness.ThisMaven;
import dev.heddle.test.replay.RecordHistories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who copies the page's project has an extension. */
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

    /** Where Maven is offline and lacks something this holds at least. */
    @Test
    void itsVersionsAreThoseOfThisBuild() {
        String ofBuild = Pages.read(Repository.file("pom.xml"));
        Matcher plugin = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([\\d.]+)</version>")
                .matcher(Pages.blocks(PAGE, "xml").get(0));
        List<String> named = plugin.results()
                .map(found -> found.group(1) + ' ' + found.group(2))
                .toList();
        assertThat(named)
                .hasSize(5)
                .allSatisfy(each -> assertThat(ofBuild)
                        .containsPattern(
                                "<artifactId>" + each.replace(" ", "</artifactId>\\s*<version>") + "</version>"));
        assertThat(PAGE)
                .contains("<version>" + property(ofBuild, "temporal.version") + "</version>")
                .contains("<version>" + property(ofBuild, "junit.version") + "</version>");
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + name + ">([^<]+)</").matcher(pom);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
