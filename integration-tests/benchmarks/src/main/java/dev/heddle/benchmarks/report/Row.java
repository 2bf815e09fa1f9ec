package dev.heddle.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One thing that was measured with several arms, which are compared. */
public record Row(String what, Map<String, Figures> arms, List<Comparison> comparisons) {
    /** The comparisons of one arm. */
    List<Comparison> of(String arm) {
        return comparisons.stream()
                .filter(comparison -> comparison.arm().equals(arm))
                .toList();
    }

    Stream<Comparison.Verdict> verdicts() {
        return comparisons.stream().map(comparison -> comparison.verdict(arms));
    }

    /** One line for each arm that failed. */
    Stream<String> failures() {
        return arms.entrySet().stream()
                .filter(arm -> arm.getValue().failure() != null)
                .map(arm -> what + ", " + arm.getKey() + " failed: "
                        + arm.getValue().failure());
    }

    /** One line for each limit that does not hold. */
    Stream<String> above() {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict(arms) == Comparison.Verdict.ABOVE)
                .map(comparison -> "%s, %s: %s %s over %s, at most %s"
                        .formatted(
                                what,
                                comparison.arm(),
                                comparison.describe(arms),
                                comparison.limit().unit(),
                                comparison.reference(),
                                comparison.atMost()));
    }

    /** For JSON. */
    Map<String, Object> data() {
        Map<String, Object> figures = new LinkedHashMap<>();
        arms.forEach((arm, measured) -> figures.put(arm, measured.data()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("what", what);
        data.put("arms", figures);
        data.put(
                "comparisons",
                comparisons.stream().map(comparison -> comparison.data(arms)).toList());
        return data;
    }
}
