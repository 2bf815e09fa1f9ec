package dev.heddle.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import org.junit.jupiter.api.Test;

/** The orders' workflows and the shifts' do nothing that a replay would do differently, also when there are many. */
class CleanTest {
    private static String run(String application, int times) {
        return new ForkedJvm()
                .agent("extensions=" + Repository.extensionJar("determinism"))
                .run(application, String.valueOf(times))
                .expectSuccess();
    }

    private static void assertClean(String output) {
        assertThat(output)
                .contains("extension determinism: 0 places")
                .doesNotContain("WARN heddle", "ERROR heddle", "Potential deadlock");
    }

    @Test
    void orders() {
        String output = run("dev.heddle.soak.ManyOrders", 4);
        assertThat(output.lines().filter(line -> line.contains("tracking"))).hasSize(4);
        assertClean(output);
    }

    @Test
    void shifts() {
        String output = run("dev.heddle.soak.ManyShifts", 60);
        assertThat(output).contains("60 shifts are over");
        assertClean(output);
    }
}
