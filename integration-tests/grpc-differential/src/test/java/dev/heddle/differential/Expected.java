package dev.heddle.differential;

import java.util.List;
import java.util.function.Predicate;

/** The differences that a flavour must make, each with its reason. There are to be few. */
final class Expected {
    /**
     * Lines that are left out of what is compared.
     *
     * @param reason why they differ by the meaning of the flavour
     */
    private record Rule(Flavour flavour, String reason, Predicate<String> line) {}

    private static final List<Rule> RULES = List.of();

    private Expected() {}

    /** A trace without the lines that may differ. */
    static List<String> compared(Flavour flavour, String trace) {
        List<Predicate<String>> left = RULES.stream()
                .filter(rule -> rule.flavour() == flavour)
                .map(Rule::line)
                .toList();
        return trace.lines()
                .filter(line -> left.stream().noneMatch(rule -> rule.test(line)))
                .toList();
    }
}
