package dev.heddle.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of the table, with what one must know to read it. */
public record Section(String title, String method, Layout layout, List<Row> rows) {
    /** One of which nothing was measured. */
    public static Section failed(String title, Throwable failure) {
        return new Section(title, "Failed: " + failure, Layout.ARMS_ACROSS, List.of());
    }

    String markdown() {
        String failures = rows.stream()
                .flatMap(Row::failures)
                .distinct()
                .map(line -> "\n- " + line)
                .collect(Collectors.joining());
        return "## " + title + "\n\n" + method + "\n\n"
                + (rows.isEmpty() ? "" : Layout.markdown(layout.lines(rows)))
                + (failures.isEmpty() ? "" : failures + "\n");
    }

    Stream<Comparison.Verdict> verdicts() {
        return rows.stream().flatMap(Row::verdicts);
    }

    Stream<String> above() {
        return rows.stream().flatMap(Row::above);
    }

    /** For JSON. */
    Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", title);
        data.put("method", method);
        data.put("rows", rows.stream().map(Row::data).toList());
        return data;
    }
}
