package dev.heddle.benchmarks.growth;

import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.SideArm;
import dev.heddle.benchmarks.report.Comparison;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How the cost of each one grows with the number of all.
 *
 * @param what of what there are more and more
 * @param limits in which units, beside which limits
 * @param reference what Heddle is compared with
 * @param points how many there are
 * @param rounds how often each arm has its turn
 * @param seconds how long one arm's turn takes, for the plan
 * @param turn measures one arm once, at all points
 */
record Growth(String what, List<Limit> limits, SideArm reference, int[] points, int rounds, double seconds, Turn turn) {
    /** One arm's turn. */
    interface Turn {
        void measure(Setting setting, SideArm arm, Map<Integer, Figures> figures) throws Exception;
    }

    double plannedSeconds() {
        return SideArm.values().length * rounds * seconds;
    }

    List<Row> measure(Setting setting) {
        Map<SideArm, Map<Integer, Figures>> figures = new EnumMap<>(SideArm.class);
        for (int round = 0; round < rounds; round++) {
            for (SideArm arm : SideArm.values()) {
                Map<Integer, Figures> points = figures.computeIfAbsent(arm, added -> empty());
                // A turn that fails tells of all its points.
                Figures last = points.get(this.points[this.points.length - 1]);
                last.attempt(measured -> turn.measure(setting, arm, points));
            }
        }
        return IntStream.of(points).mapToObj(point -> row(point, figures)).toList();
    }

    private Map<Integer, Figures> empty() {
        Map<Integer, Figures> empty = new TreeMap<>();
        IntStream.of(points).forEach(point -> empty.put(point, new Figures()));
        return empty;
    }

    private Row row(int point, Map<SideArm, Map<Integer, Figures>> figures) {
        Map<String, Figures> arms = new LinkedHashMap<>();
        figures.forEach((arm, points) -> arms.put(arm.title(), points.get(point)));
        List<Comparison> comparisons = new ArrayList<>();
        limits.forEach(limit -> comparisons.add(new Comparison(SideArm.HEDDLE.title(), reference.title(), limit)));
        return new Row("%s: %,d".formatted(what, point), arms, comparisons);
    }
}
