package dev.heddle.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says how a flavour differs: a script for each way in which it does, as short as it gets. */
final class Report {
    private static final int MOST_SEEDS = 8;

    private Report() {}

    static String of(Comparison comparison, Flavour flavour, int examples) {
        List<Difference> differences = comparison.differences(flavour);
        Map<String, List<Difference>> kinds = new LinkedHashMap<>();
        differences.forEach(difference -> kinds.computeIfAbsent(difference.kind(), kind -> new ArrayList<>())
                .add(difference));
        List<List<Difference>> byNumber = new ArrayList<>(kinds.values());
        byNumber.sort(Comparator.comparing(List::size, Comparator.reverseOrder()));
        StringBuilder text = new StringBuilder(
                flavour + ": " + differences.size() + " scripts differ, in " + kinds.size() + " ways\n");
        for (List<Difference> alike : byNumber) {
            text.append(String.format("%6d  ", alike.size()))
                    .append(alike.get(0).kind())
                    .append("   seeds");
            alike.stream().limit(MOST_SEEDS).forEach(one -> text.append(' ').append(one.seed()));
            text.append('\n');
        }
        Set<String> shown = new HashSet<>();
        for (List<Difference> alike : byNumber) {
            if (shown.size() == examples) {
                break;
            }
            Difference shortest = alike.stream()
                    .min(Comparator.comparing(one -> one.script().parts()))
                    .orElseThrow();
            Difference shrunk = Shrinker.shrink(comparison, shortest);
            if (shrunk == null) {
                text.append("\nscript ").append(shortest.seed()).append(" did not differ again\n");
            } else if (shown.add(shrunk.kind())) {
                text.append('\n').append(shrunk.describe(false));
            }
        }
        return text.toString();
    }
}
