package dev.heddle.soak;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No call is lost or run twice, and the JVM does not grow, whatever fails. The report goes to standard output. */
class SoakTest {
    private static final int CALLS = Integer.getInteger("soak.calls", 20_000);
    private static final int CALLS_PER_STRIKE = 15_000;

    @TempDir
    Path folder;

    @Test
    void eachCallHasOneOutcomeAndNothingGrows() throws Exception {
        Path extension = new ExtensionJarBuilder().provider(SoakExtension.class).write(folder.resolve("soak.jar"));
        try (TemporalServer server = TemporalServer.start()) {
            String report = ForkedJvm.ofCustomer()
                    .optimizing()
                    .agent("extensions=" + extension + ",failures=" + Integer.MAX_VALUE)
                    .option("-Xmx512m")
                    .option("-Dsoak.calls=" + CALLS)
                    .option("-Dsoak.strikes=" + Math.max(8, CALLS / CALLS_PER_STRIKE))
                    .option("-Dlogback.configurationFile=soak-logback.xml")
                    .patience(Duration.ofHours(2))
                    .run("dev.heddle.soak.Soak", server.address())
                    .expectSuccess();
            System.out.println(report.substring(report.indexOf(Soak.REPORT)));
        }
    }
}
