package dev.heddle.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of the table.
 *
 * @param subject what is called or started
 * @param variant what Heddle does there
 * @param plain without any of it
 * @param reference what it is compared with
 */
public record Row(
        String subject, String variant, Figures plain, Figures reference, Figures measured, List<Limit> limits) {
    private List<Limit> comparable() {
        return limits.stream()
                .filter(limit -> measured.has(limit.unit()) && reference.has(limit.unit()))
                .toList();
    }

    /** Whether every limit holds. */
    boolean isWithinLimits() {
        return comparable().stream().allMatch(limit -> limit.isMet(measured, reference));
    }

    private String compared() {
        return comparable().stream()
                .map(limit -> limit.describe(limit.of(measured, reference)))
                .collect(Collectors.joining(", "));
    }

    private String atMost() {
        String most = comparable().stream()
                .filter(limit -> limit.most() < Double.MAX_VALUE)
                .map(limit -> limit.describe(limit.most()))
                .collect(Collectors.joining(", "));
        return most + (isWithinLimits() ? "" : " **exceeded**");
    }

    private String cell(Figures figures) {
        return figures.describe(limits.stream().map(Limit::unit));
    }

    String markdown() {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(subject, variant, cell(plain), cell(reference), cell(measured), compared(), atMost());
    }

    String json() {
        return "{\"subject\": \"%s\", \"variant\": \"%s\", \"without\": %s, \"reference\": %s, \"heddle\": %s, \"within\": %s}"
                .formatted(subject, variant, plain.json(), reference.json(), measured.json(), isWithinLimits());
    }
}
