package dev.heddle.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Applications whose class loaders have not been told of Heddle, and hide it. */
class HiddenTest {
    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> anApplicationThatDoesNotFindHeddleRunsAsWithoutAndOneLineSaysWhatMendsIt() {
        Path recording = new ExtensionJarBuilder().provider(Recording.class).write(folder.resolve("recording.jar"));
        return Framework.toRun()
                .filter(framework -> !framework.mending().isEmpty())
                .map(framework -> dynamicTest(framework.toString(), () -> run(framework, recording)));
    }

    private static void run(Framework framework, Path recording) {
        Output plain = FrameworkTest.run(framework, 17, null, List.of());
        Output withAgent = FrameworkTest.run(framework, 17, recording, List.of());
        assertThat(withAgent.ofApplication()).as(withAgent.text()).isNotEmpty().isEqualTo(plain.ofApplication());
        assertThat(withAgent.calls()).as(withAgent.text()).isEmpty();
        assertThat(withAgent.text().lines().filter(line -> line.contains("ERROR heddle")))
                .as(withAgent.text())
                .singleElement()
                .asString()
                .contains("hides the package dev.heddle")
                .endsWith(String.join(" and ", framework.mending()).replaceAll("-D(?=org\\.osgi)", ""));
    }
}
