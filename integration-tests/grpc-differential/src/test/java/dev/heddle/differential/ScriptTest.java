package dev.heddle.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen with the agent is what is seen without; and without it a script has one outcome, or that would say nothing. */
class ScriptTest {
    private static final List<Flavour> FLAVOURS = Flavour.tested();

    @Test
    void theAgentIsNotToBeSeen() {
        play(FLAVOURS, "both", Long.getLong("scripts", 2000));
    }

    /** Where only one of the two processes has Heddle. */
    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void theAgentIsNotToBeSeenAtOneEnd(String end) {
        List<Flavour> flavours = new ArrayList<>(FLAVOURS);
        flavours.retainAll(List.of(Flavour.PROCEED, Flavour.OBSERVE, Flavour.RESPONSE));
        play(flavours, end, Math.max(1, Long.getLong("scripts", 2000) / 5));
    }

    private static void play(List<Flavour> flavours, String ends, long scripts) {
        try (Comparison comparison = new Comparison(flavours, ends, System.out::println)) {
            comparison.play(Long.getLong("from", 0), scripts, 20);
            StringBuilder report = new StringBuilder();
            for (Flavour flavour : flavours) {
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
