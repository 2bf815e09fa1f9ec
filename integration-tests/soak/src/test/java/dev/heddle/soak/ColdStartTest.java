package dev.heddle.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts in a row, half of them interpreted or on one processor. Temporal allows one second for a step of a workflow,
 * and its detector takes for a deadlock what lasts longer.
 */
class ColdStartTest {
    private static final int STARTS = Integer.getInteger("soak.starts", 4);
    private static final String PLAIN = "-Xshare:auto";
    private static final List<String> FORMS = List.of(PLAIN, "-Xint", PLAIN, "-XX:ActiveProcessorCount=1");
    private static final String EXTENSIONS = Stream.of("context-propagation", "call-tree", "activity-metrics")
            .map(name -> Repository.extensionJar(name).toString())
            .collect(Collectors.joining(","));

    private static TemporalServer server;

    @BeforeAll
    static void startServer() throws IOException {
        server = TemporalServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    static Stream<String> forms() {
        return IntStream.range(0, STARTS).mapToObj(start -> FORMS.get(start % FORMS.size()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsTakenForADeadlock(String form) {
        String output = ForkedJvm.ofCustomer()
                .optimizing()
                .agent("")
                .environment("HEDDLE_EXTENSIONS", EXTENSIONS)
                .environment("OTEL_METRICS_EXPORTER", "none")
                .option(form)
                .patience(Duration.ofMinutes(5))
                .run("dev.heddle.soak.ColdStart", server.address())
                .expectSuccess();
        assertThat(output)
                .contains(ColdStart.RESULT, "extension call-tree ", "extension activity-metrics ")
                .doesNotContainIgnoringCase("deadlock")
                .doesNotContain("ERROR heddle", "WARN heddle");
    }
}
