package dev.heddle.demo;

import dev.heddle.harness.ReceivedSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One trace as text: a line for each span under its parent, with a bar from its start to its end. */
final class Waterfall {
    private static final int BAR = 30;

    private final List<ReceivedSpan> trace;
    private final long start;
    private final long end;

    private Waterfall(List<ReceivedSpan> trace) {
        this.trace = trace;
        this.start = trace.stream().mapToLong(ReceivedSpan::startNanos).min().orElse(0);
        this.end = trace.stream().mapToLong(ReceivedSpan::endNanos).max().orElse(0);
    }

    /** The longest trace of all these spans. */
    static String of(Collection<ReceivedSpan> spans) {
        Map<String, List<ReceivedSpan>> traces = spans.stream().collect(Collectors.groupingBy(ReceivedSpan::traceId));
        return new Waterfall(traces.values().stream()
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow(() -> new IllegalStateException("no span has come")))
                .text();
    }

    private String text() {
        List<Line> lines = new ArrayList<>();
        List<String> known = trace.stream().map(ReceivedSpan::spanId).toList();
        inOrder(trace.stream().filter(span -> !known.contains(span.parentId())).toList())
                .forEach(root -> add(root, 0, lines));
        int names = lines.stream().mapToInt(line -> line.name().length()).max().orElse(1);
        int services = lines.stream()
                .mapToInt(line -> line.span().service().length())
                .max()
                .orElse(1);
        String format = "%-" + names + "s  %-" + services + "s |%s|%7d ms%n";
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            ReceivedSpan span = line.span();
            long millis = TimeUnit.NANOSECONDS.toMillis(span.endNanos() - span.startNanos());
            text.append(String.format(Locale.ROOT, format, line.name(), span.service(), bar(span), millis));
        }
        return text.toString();
    }

    private record Line(String name, ReceivedSpan span) {}

    private void add(ReceivedSpan span, int depth, List<Line> lines) {
        lines.add(new Line(" ".repeat(2 * depth) + span.name(), span));
        inOrder(trace.stream()
                        .filter(each -> each.parentId().equals(span.spanId()))
                        .toList())
                .forEach(child -> add(child, depth + 1, lines));
    }

    private static List<ReceivedSpan> inOrder(List<ReceivedSpan> spans) {
        return spans.stream()
                .sorted(Comparator.comparingLong(ReceivedSpan::startNanos))
                .toList();
    }

    /** At least one character wide. */
    private String bar(ReceivedSpan span) {
        int from = Math.min(column(span.startNanos()), BAR - 1);
        int to = Math.max(column(span.endNanos()), from + 1);
        return " ".repeat(from) + "=".repeat(to - from) + " ".repeat(BAR - to);
    }

    private int column(long time) {
        return (int) ((time - start) * BAR / Math.max(1, end - start));
    }
}
