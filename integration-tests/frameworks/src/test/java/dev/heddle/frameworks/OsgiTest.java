package dev.heddle.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ExtensionJarBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle in a framework that has not been told of Heddle. */
class OsgiTest {
    @TempDir
    Path folder;

    @Test
    void aBundleThatDoesNotFindHeddleRunsAsWithoutAndOneLineSaysWhatMendsIt() {
        assumeThat(Framework.toRun()).as("asked for").contains(Framework.OSGI);
        Path recording = new ExtensionJarBuilder().provider(Recording.class).write(folder.resolve("recording.jar"));
        Output plain = run(null);
        Output withAgent = run(recording);
        assertThat(withAgent.ofApplication()).as(withAgent.text()).isNotEmpty().isEqualTo(plain.ofApplication());
        assertThat(withAgent.calls()).as(withAgent.text()).isEmpty();
        assertThat(withAgent.text().lines().filter(line -> line.contains("ERROR heddle")))
                .as(withAgent.text())
                .singleElement()
                .asString()
                .contains("hides the package dev.heddle")
                .endsWith("in OSGi by org.osgi.framework.bundle.parent=app and "
                        + "org.osgi.framework.bootdelegation=dev.heddle.*");
    }

    private static Output run(Path extension) {
        var jvm = FrameworkTest.jvm(17, List.of());
        if (extension != null) {
            jvm.agent("extensions=" + extension);
        }
        return new Output(jvm.runJar(Framework.OSGI.jar()).expectSuccess());
    }
}
