package dev.heddle.versions;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A sample to which the agent is attached when it has made its objects and called nothing so far.
 *
 * @param answer of the command
 * @param printed by the application and the extension, from then on
 */
record LateRun(String answer, String printed) {
    /** The states of the operations. */
    Map<String, State> states() {
        return new RunLog(printed).states();
    }

    static LateRun of(ForkedJvm jvm, Path extensions, String mainClass, String... arguments) throws IOException {
        Process application = jvm.option("-Dsample.late=true")
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .start(mainClass, arguments);
        try (BufferedReader output = ForkedJvm.outputOf(application)) {
            ForkedJvm.await(output, "attach now");
            String answer = new ForkedJvm()
                    .runJar(
                            Repository.agentJar(),
                            "attach",
                            String.valueOf(application.pid()),
                            "extensions=" + extensions)
                    .expectSuccess();
            application.getOutputStream().write('\n');
            application.getOutputStream().flush();
            String log = ForkedJvm.await(output, "attached");
            String late = output.lines().collect(Collectors.joining("\n"));
            try {
                if (application.waitFor() != 0 || (log + late).contains("ERROR heddle")) {
                    throw new AssertionError("the application failed");
                }
                return new LateRun(answer.strip(), late);
            } catch (AssertionError failure) {
                throw new AssertionError(failure.getMessage() + "\n" + answer + log + late, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", interrupted);
            }
        } finally {
            application.destroyForcibly();
        }
    }
}
