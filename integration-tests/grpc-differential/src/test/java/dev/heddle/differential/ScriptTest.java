package dev.heddle.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen with the agent is what is seen without; and without it a script has one outcome, or that would say nothing. */
class ScriptTest {
    private static final List<Flavour> FLAVOURS = Flavour.tested();

    @Test
    void theAgentIsNotToBeSeen() {
        try (Comparison comparison = new Comparison(FLAVOURS, System.out::println)) {
            comparison.play(Long.getLong("from", 0), Long.getLong("scripts", 2000), 20);
            StringBuilder report = new StringBuilder();
            for (Flavour flavour : FLAVOURS) {
                if (!comparison.differences(flavour).isEmpty()) {
                    report.append(Report.of(comparison, flavour, 3)).append('\n');
                }
                assertThat(comparison.interceptions(flavour) > 0)
                        .as("whether calls are intercepted by %s", flavour)
                        .isEqualTo(flavour.intercepts());
            }
            assertThat(report.toString()).isEmpty();
        }
    }
}
