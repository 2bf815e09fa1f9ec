package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order application with Heddle and other agents, each named before Heddle and after it on the command line. */
class NeighbourTest {
    @TempDir
    static Path extensions;

    private static OrderRun plain;
    private static Set<String> calls;

    @TempDir
    Path folder;

    @BeforeAll
    static void runAlone() {
        new ExtensionJarBuilder().provider(Recording.class).write(extensions.resolve("recording.jar"));
        plain = OrderRun.of(OrderRun.jvm(), extensions);
        OrderRun recorded = OrderRun.of(heddle(OrderRun.jvm()), extensions);
        calls = recorded.calls();
        recorded.assertLike(plain);
        assertThat(calls)
                .contains(
                        "client start of OrderWorkflow",
                        "grpc server orders.Front/Place of orders.Front/Place",
                        "grpc client orders.Front/Place of orders.Front/Place");
    }

    @ParameterizedTest
    @EnumSource
    void namedBefore(UsualNeighbour neighbour) {
        assertAllWork(heddle(add(OrderRun.jvm(), neighbour)), neighbour);
    }

    @ParameterizedTest
    @EnumSource
    void namedAfter(UsualNeighbour neighbour) {
        assertAllWork(add(heddle(OrderRun.jvm()), neighbour), neighbour);
    }

    @Test
    void allNamedBefore() {
        assertAllWork(heddle(add(OrderRun.jvm(), UsualNeighbour.values())), UsualNeighbour.values());
    }

    @Test
    void allNamedAfterOnTheNewestJava() {
        Optional<Path> newest = Jdk.home(25);
        assumeThat(newest).as("a Java 25 beside this one").isPresent();
        assertAllWork(add(heddle(OrderRun.jvm().java(newest.get())), UsualNeighbour.values()), UsualNeighbour.values());
    }

    private void assertAllWork(ForkedJvm jvm, UsualNeighbour... neighbours) {
        boolean mocking = List.of(neighbours).contains(UsualNeighbour.MOCKITO);
        OrderRun run = OrderRun.of(jvm, folder, mocking ? new String[] {"mocking"} : new String[0]);
        assertThat(run.report()).as(run.output()).isEqualTo(plain.report());
        assertThat(run.calls()).as(run.output()).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(run.output()).doesNotContain("ERROR heddle", "WARN heddle");
        for (Neighbour neighbour : neighbours) {
            neighbour.assertWorked(run.output(), folder);
        }
    }

    private ForkedJvm add(ForkedJvm jvm, UsualNeighbour... neighbours) {
        for (Neighbour neighbour : neighbours) {
            neighbour.addTo(jvm, folder);
        }
        return jvm;
    }

    private static ForkedJvm heddle(ForkedJvm jvm) {
        return jvm.agent("extensions=" + extensions);
    }
}
