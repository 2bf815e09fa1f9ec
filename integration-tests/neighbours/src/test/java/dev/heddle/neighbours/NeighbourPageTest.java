package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.CoveragePage;
import org.junit.jupiter.api.Test;

/** The page tells what the tests run. */
class NeighbourPageTest {
    @Test
    void tellsOfEachNeighbour() {
        if (Boolean.getBoolean("coverage.write")) {
            CoveragePage.writePart(NeighbourPage.HEADING, NeighbourPage.render());
        }
        assertThat(CoveragePage.part(NeighbourPage.HEADING)).isEqualTo(NeighbourPage.render());
    }
}
