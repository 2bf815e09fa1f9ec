package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import acme.bakery.Bakery;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The extension determinism and classes that other agents change: it finds what it finds without them, and no more. */
class DeterminismTest {
    private static final UsualNeighbour[] ALL = {
        UsualNeighbour.OPENTELEMETRY, UsualNeighbour.JACOCO, UsualNeighbour.MOCKITO
    };

    private static List<String> alone;

    @TempDir
    Path folder;

    @BeforeAll
    static void runAlone() {
        String output = run(heddle(OrderRun.jvm()), false);
        alone = findings(output);
        assertThat(alone)
                .as(output)
                .containsExactly(
                        "workflow Hasty: random: acme.bakery.HastyBaking.<init>:16 calls java.util.Random",
                        "workflow Hasty: statics: acme.bakery.HastyBaking.bakeInHaste:21 uses "
                                + "acme.bakery.HastyBaking.baked",
                        "workflow Hasty: time: acme.bakery.HastyBaking.lambda$new$0:12 calls java.lang.System.nanoTime");
    }

    @Test
    void namedBefore() {
        assertSame(heddle(add(OrderRun.jvm(), ALL)), ALL);
    }

    @Test
    void namedAfter() {
        assertSame(add(heddle(OrderRun.jvm()), ALL), ALL);
    }

    /** In the matrix, for one may hide what another does. */
    @TestFactory
    Stream<DynamicTest> eachAlone() {
        return System.getProperty("test.monitors").equals("all")
                ? Stream.of(ALL)
                        .map(neighbour -> dynamicTest(
                                neighbour.title(), () -> assertSame(heddle(add(OrderRun.jvm(), neighbour)), neighbour)))
                : Stream.empty();
    }

    private void assertSame(ForkedJvm jvm, UsualNeighbour... neighbours) {
        boolean mocking = Arrays.asList(neighbours).contains(UsualNeighbour.MOCKITO);
        String output = run(jvm, mocking);
        assertThat(findings(output)).as(output).isEqualTo(alone);
        for (UsualNeighbour neighbour : neighbours) {
            // What a mock answers is in the output.
            if (neighbour != UsualNeighbour.MOCKITO) {
                neighbour.assertWorked(output, folder);
            }
        }
    }

    private ForkedJvm add(ForkedJvm jvm, UsualNeighbour... neighbours) {
        for (UsualNeighbour neighbour : neighbours) {
            neighbour.addTo(jvm, folder);
        }
        return jvm;
    }

    private static ForkedJvm heddle(ForkedJvm jvm) {
        return jvm.agent("extensions=" + Repository.extensionJar("determinism"));
    }

    private static String run(ForkedJvm jvm, boolean mocking) {
        String output = jvm.run(Bakery.class.getName(), mocking ? new String[] {"mocking"} : new String[0])
                .expectSuccess();
        int eggs = mocking ? 3 : 2;
        assertThat(output)
                .contains(
                        "baked " + 2 * eggs + " eggs, [mixed]",
                        "state with " + eggs + " eggs [mixed]",
                        "in haste " + eggs + " eggs",
                        "extension determinism: 3 places")
                .doesNotContain("ERROR heddle");
        return output;
    }

    private static List<String> findings(String output) {
        return output.lines()
                .filter(line -> line.contains("WARN heddle"))
                .map(line -> line.substring(line.indexOf("workflow "), line.indexOf("; use ")))
                .sorted()
                .toList();
    }
}
