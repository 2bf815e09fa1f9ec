package dev.heddle.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.CoveragePage;
import org.junit.jupiter.api.Test;

/** The page tells what the tests expect. */
class FrameworkPageTest {
    @Test
    void tellsOfEachFramework() {
        if (Boolean.getBoolean("coverage.write")) {
            CoveragePage.writePart(FrameworkPage.HEADING, FrameworkPage.render());
        }
        assertThat(CoveragePage.part(FrameworkPage.HEADING)).isEqualTo(FrameworkPage.render());
    }
}
