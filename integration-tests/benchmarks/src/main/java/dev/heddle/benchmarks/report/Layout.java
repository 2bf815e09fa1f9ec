package dev.heddle.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How the rows of a section become lines of a table. */
public enum Layout {
    /** A line for each arm, with columns for each unit: for many arms. */
    ARMS_DOWN {
        @Override
        List<List<String>> lines(List<Row> rows) {
            Set<Unit> units = units(rows);
            List<String> head = new ArrayList<>(List.of("What", "Arm"));
            units.forEach(unit -> head.addAll(List.of(unit.toString(), "over")));
            head.addAll(List.of("compared with", "at most", "verdict"));
            List<List<String>> lines = new ArrayList<>(List.of(head));
            for (Row row : rows) {
                String what = row.what();
                for (String arm : row.arms().keySet()) {
                    lines.add(line(row, what, arm, units));
                    what = "";
                }
            }
            return lines;
        }

        private List<String> line(Row row, String what, String arm, Set<Unit> units) {
            List<Comparison> comparisons = row.of(arm);
            List<String> line = new ArrayList<>(List.of(what, arm));
            for (Unit unit : units) {
                line.add(row.arms().get(arm).describe(unit));
                line.add(comparisons.stream()
                        .filter(comparison -> comparison.limit().unit() == unit)
                        .map(comparison -> comparison.describe(row.arms()))
                        .collect(Collectors.joining()));
            }
            List<Comparison> limited = comparisons.stream()
                    .filter(comparison -> comparison.limit().isLimited())
                    .toList();
            line.add(comparisons.stream().map(Comparison::reference).distinct().collect(Collectors.joining(", ")));
            line.add(limited.stream()
                    .map(comparison ->
                            comparison.atMost() + " " + comparison.limit().unit())
                    .collect(Collectors.joining(", ")));
            line.add(limited.stream()
                    .map(comparison -> comparison.verdict(row.arms()).toString())
                    .collect(Collectors.joining(", ")));
            return line;
        }
    },
    /** A line for each unit, with a column for each arm: for few. */
    ARMS_ACROSS {
        @Override
        List<List<String>> lines(List<Row> rows) {
            Set<String> arms = rows.stream()
                    .flatMap(row -> row.arms().keySet().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List<String> head = new ArrayList<>(List.of("What", "Unit"));
            head.addAll(arms);
            head.addAll(List.of("over", "at most", "verdict"));
            List<List<String>> lines = new ArrayList<>(List.of(head));
            for (Row row : rows) {
                String what = row.what();
                for (Comparison comparison : row.comparisons()) {
                    Unit unit = comparison.limit().unit();
                    List<String> line = new ArrayList<>(List.of(what, unit.toString()));
                    arms.stream()
                            .map(row.arms()::get)
                            .map(figures -> figures == null ? "" : figures.describe(unit))
                            .forEach(line::add);
                    line.add(comparison.describe(row.arms()));
                    line.add(comparison.atMost());
                    line.add(comparison.verdict(row.arms()).toString());
                    lines.add(line);
                    what = "";
                }
            }
            return lines;
        }
    };

    /** The lines, the head first. */
    abstract List<List<String>> lines(List<Row> rows);

    private static Set<Unit> units(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.comparisons().stream())
                .map(comparison -> comparison.limit().unit())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As Markdown, in columns that are as wide in a terminal, too. */
    static String markdown(List<List<String>> lines) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            Arrays.setAll(
                    widths,
                    column -> Math.max(
                            Math.max(3, widths[column]), line.get(column).length()));
        }
        StringBuilder markdown = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                markdown.append("| ").append(pad(line.get(column), widths[column], column < 2));
                markdown.append(' ');
            }
            markdown.append("|\n");
            if (Objects.equals(line, lines.get(0))) {
                for (int column = 0; column < widths.length; column++) {
                    markdown.append('|').append("-".repeat(widths[column] + 1)).append(column < 2 ? '-' : ':');
                }
                markdown.append("|\n");
            }
        }
        return markdown.toString();
    }

    private static String pad(String text, int width, boolean left) {
        String blanks = " ".repeat(width - text.length());
        return left ? text + blanks : blanks + text;
    }
}
