package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order application with Heddle and other agents, each named before Heddle and after it on the command line. */
class NeighbourTest {
    @TempDir
    static Path extensions;

    private static List<String> report;
    private static Set<String> calls;

    @TempDir
    Path folder;

    @BeforeAll
    static void runAlone() {
        new ExtensionJarBuilder().provider(Recording.class).write(extensions.resolve("recording.jar"));
        report = reportIn(jvm().run(OrderDay.class.getName()).expectSuccess());
        String output = heddle(jvm()).run(OrderDay.class.getName()).expectSuccess();
        calls = callsIn(output);
        assertThat(reportIn(output)).isNotEmpty().isEqualTo(report);
        assertThat(calls)
                .contains(
                        "client start of OrderWorkflow",
                        "grpc server orders.Front/Place of orders.Front/Place",
                        "grpc client orders.Front/Place of orders.Front/Place");
    }

    @ParameterizedTest
    @EnumSource
    void namedBefore(Neighbour neighbour) {
        assertAllWork(heddle(add(jvm(), neighbour)), neighbour);
    }

    @ParameterizedTest
    @EnumSource
    void namedAfter(Neighbour neighbour) {
        assertAllWork(add(heddle(jvm()), neighbour), neighbour);
    }

    @Test
    void allNamedBefore() {
        assertAllWork(heddle(add(jvm(), Neighbour.values())), Neighbour.values());
    }

    @Test
    void allNamedAfterOnTheNewestJava() {
        Optional<Path> newest = Jdk.home(25);
        assumeThat(newest).as("a Java 25 beside this one").isPresent();
        assertAllWork(add(heddle(jvm().java(newest.get())), Neighbour.values()), Neighbour.values());
    }

    private void assertAllWork(ForkedJvm jvm, Neighbour... neighbours) {
        boolean mocking = List.of(neighbours).contains(Neighbour.MOCKITO);
        String output = jvm.run(OrderDay.class.getName(), mocking ? new String[] {"mocking"} : new String[0])
                .expectSuccess();
        assertThat(reportIn(output)).as(output).isEqualTo(report);
        assertThat(callsIn(output)).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(output).doesNotContain("ERROR heddle", "WARN heddle");
        for (Neighbour neighbour : neighbours) {
            neighbour.assertWorked(output, folder);
        }
    }

    private ForkedJvm add(ForkedJvm jvm, Neighbour... neighbours) {
        for (Neighbour neighbour : neighbours) {
            neighbour.addTo(jvm, folder);
        }
        return jvm;
    }

    private static ForkedJvm heddle(ForkedJvm jvm) {
        return jvm.agent("extensions=" + extensions);
    }

    /** A customer's, with the library that Mockito needs, and made for one short run on a busy machine. */
    private static ForkedJvm jvm() {
        String mockito = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*/byte-buddy[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
        return new ForkedJvm()
                .classPath(ForkedJvm.customerClassPath() + File.pathSeparator + mockito)
                .patience(Duration.ofMinutes(5))
                .option("-XX:TieredStopAtLevel=1")
                .option("-XX:+UseSerialGC")
                // A step of a workflow may take its time.
                .environment("TEMPORAL_DEBUG", "true");
    }

    private static List<String> reportIn(String output) {
        return output.lines().filter(line -> line.startsWith("report: ")).toList();
    }

    private static Set<String> callsIn(String output) {
        return output.lines()
                .filter(line -> line.startsWith(Recording.PREFIX))
                .map(line -> line.substring(Recording.PREFIX.length()))
                .collect(Collectors.toSet());
    }
}
