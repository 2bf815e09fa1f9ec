package dev.heddle.test.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.RefusedException;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.OneActivity;
import dev.heddle.test.Patience;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interceptor that fills the heap, of a JVM that has little: the call goes on, or is refused, and a line says why. */
class FullHeapTest {
    @TempDir
    Path folder;

    /** An application that needs next to no memory. */
    public static final class Modest {
        private Modest() {}

        public static void main(String[] arguments) {
            try {
                // Collecting a full heap takes its time.
                System.out.println("application: " + OneActivity.run(Patience.WORKER));
            } catch (RuntimeException refused) {
                Throwable cause = refused.getCause() == null ? refused : refused.getCause();
                System.out.println("application: " + cause);
            }
            System.exit(0);
        }
    }

    private String run(boolean guards) {
        Path jar = new ExtensionJarBuilder().provider(Hungry.class).write(folder.resolve("hungry.jar"));
        return new ForkedJvm()
                .agent("extensions=" + jar)
                .option("-Xmx64m")
                .option("-XX:+UseSerialGC")
                .option("-Dtest.guards=" + guards)
                .run(Modest.class.getName())
                .expectSuccess();
    }

    @Test
    void theCallsGoOn() {
        assertThat(run(false))
                .contains("application: hello world")
                .containsOnlyOnce("hungry in client start")
                .containsOnlyOnce("hungry in activity inbound execute")
                .contains("hungry in workflow inbound execute", "hungry in workflow outbound executeActivity")
                .containsOnlyOnce(
                        "ERROR heddle - extension hungry failed in client start and the call goes on without it;"
                                + " further failures are counted, and the 10th switches it off: java.lang.OutOfMemoryError");
    }

    @Test
    void aGuardRefuses() {
        assertThat(run(true))
                .contains("application: " + RefusedException.class.getName()
                        + ": extension hungry failed and guards client start")
                .contains("ERROR heddle - extension hungry failed in client start and the call is refused; further"
                        + " failures of this kind are counted: java.lang.OutOfMemoryError");
    }
}
